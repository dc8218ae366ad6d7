// The package types its bare name only, whose import throws on Node 20; this is the same code as an ES module.
declare module 'wgsl_reflect/wgsl_reflect.module.js' {
  export * from 'wgsl_reflect';
}
