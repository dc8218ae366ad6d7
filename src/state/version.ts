/** The version of package.json: what was measured by one version says nothing about the next. */
export const APP_VERSION = '0.1.0';
