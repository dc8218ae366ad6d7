/** Where browsers of the Chromium family are installed. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

const MACOS_APPLICATIONS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];

const WINDOWS_APPLICATIONS = [
  'Chromium/Application/chrome.exe',
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function macosPlaces(): string[] {
  const folders = ['/Applications', join(process.env.HOME ?? '/', 'Applications')];
  return MACOS_APPLICATIONS.flatMap((name) =>
    folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
  );
}

function windowsPlaces(): string[] {
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': programFilesX86, LOCALAPPDATA } = process.env;
  const folders = [PROGRAMFILES, programFilesX86, LOCALAPPDATA].filter((folder) => folder !== undefined);
  return WINDOWS_APPLICATIONS.flatMap((path) => folders.map((folder) => join(folder, path)));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') return macosPlaces();
  return process.platform === 'win32' ? windowsPlaces() : [];
}

/** Executable files that look like a browser: Playwright's own download, then the machine's. */
export function installedBrowsers(): string[] {
  return [chromium.executablePath(), ...onPath(), ...usualPlaces()].filter(isExecutable);
}
