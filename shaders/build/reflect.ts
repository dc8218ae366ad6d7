/** The layout of a shader, read from its text, so that no number of it is ever written twice. */
import {
  ResourceType,
  WgslReflect,
  type FunctionInfo,
  type VariableInfo,
} from 'wgsl_reflect/wgsl_reflect.module.js';
import type { BindingLayout, ScalarType, ShaderLayout, StructField, StructLayout } from '../shader.ts';

/** Reflects expanded WGSL with exactly one compute entry point; throws an Error that names what does not fit. */
export function reflectLayout(name: string, code: string): ShaderLayout {
  const reflected = new WgslReflect(code);
  const [entry, ...others] = reflected.entry.compute;
  if (entry === undefined || others.length > 0) {
    throw new Error(
      `${name}.wgsl must have one compute entry point, it has ${String(reflected.entry.compute.length)}`,
    );
  }
  const variables = reflected.getBindGroups().flat();
  return {
    entryPoint: entry.name,
    workgroupSize: workgroupSizeOf(name, entry),
    constants: constantsOf(code),
    bindings: Object.fromEntries(
      variables.map((variable) => [variable.name, bindingOf(name, entry, variable)]),
    ),
  };
}

function workgroupSizeOf(name: string, entry: FunctionInfo): readonly [number, number, number] {
  const size = entry.workgroupSize;
  if (size === null) throw new Error(`${name}.wgsl: the workgroup size must be known at build time`);
  return [size[0], size[1], size[2]];
}

function constantsOf(code: string): Record<string, number> {
  const declarations = code.matchAll(/^const (\w+) = (\d+)u;$/gm);
  return Object.fromEntries([...declarations].map(([, name = '', value]) => [name, Number(value)]));
}

// A binding that the entry point does not use is left out of an automatic bind group layout: refuse it here.
function bindingOf(name: string, entry: FunctionInfo, variable: VariableInfo): BindingLayout {
  if (!entry.resources.some((used) => used.name === variable.name)) {
    throw new Error(`${name}.wgsl: binding ${variable.name} is not used by ${entry.name}`);
  }
  const { group, binding } = variable;
  if (group !== 0)
    throw new Error(`${name}.wgsl: ${variable.name} must be in group 0, where all bindings are`);
  return { group, binding, type: bufferType(name, variable), struct: structOf(name, variable) };
}

function bufferType(name: string, variable: VariableInfo): GPUBufferBindingType {
  if (variable.resourceType === ResourceType.Uniform) return 'uniform';
  if (variable.resourceType !== ResourceType.Storage)
    throw new Error(`${name}.wgsl: ${variable.name} is no buffer`);
  return variable.access === 'read' ? 'read-only-storage' : 'storage';
}

function structOf(name: string, variable: VariableInfo): StructLayout | null {
  if (!variable.isStruct) return null;
  const fields = (variable.members ?? []).map((member): [string, StructField] => {
    const type = member.type.name;
    if (!isScalar(type))
      throw new Error(`${name}.wgsl: ${variable.name}.${member.name} is ${type}, not a scalar`);
    return [member.name, { offset: member.offset, type }];
  });
  return { size: variable.size, fields: Object.fromEntries(fields) };
}

function isScalar(type: string): type is ScalarType {
  return type === 'f32' || type === 'i32' || type === 'u32';
}
