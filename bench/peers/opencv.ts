/** OpenCV.js: filter2D, which correlates one channel, and matchTemplate, whose TM_CCORR is a kernel gradient. */
import scriptUrl from '@techstark/opencv-js/dist/opencv.js?url';
import type { Contender, Job, OpenContender } from '../../src/bench/contender.ts';
import type { Operands } from '../../src/bench/operands.ts';
import type { Workload } from '../../src/bench/workload.ts';
import type { Tensor4 } from '../../src/math/tensor.ts';
import { dependencies } from '../package.json';

interface Mat {
  readonly rows: number;
  readonly cols: number;
  /** A view of the heap as it is now. */
  readonly data32F: Float32Array;
  roi(rectangle: object): Mat;
  copyTo(to: Mat): void;
  delete(): void;
}

interface OpenCv {
  readonly Mat: new (rows?: number, cols?: number, type?: number) => Mat;
  readonly Point: new (x: number, y: number) => object;
  readonly Scalar: new (...values: number[]) => object;
  readonly Rect: new (x: number, y: number, width: number, height: number) => object;
  readonly CV_32F: number;
  readonly CV_32FC1: number;
  readonly BORDER_CONSTANT: number;
  readonly TM_CCORR: number;
  filter2D(
    from: Mat,
    to: Mat,
    depth: number,
    kernel: Mat,
    anchor: object,
    delta: number,
    border: number,
  ): void;
  copyMakeBorder(
    from: Mat,
    to: Mat,
    top: number,
    bottom: number,
    left: number,
    right: number,
    border: number,
    value: object,
  ): void;
  matchTemplate(image: Mat, template: Mat, result: Mat, method: number): void;
}

export const openCv = makeContender('opencv', 'filter2D', prepareFilter);

/** Not made for it, but it is one: a kernel gradient by discrete Fourier transforms. */
export const openCvMatch = makeContender('opencv-match', 'matchTemplate, TM_CCORR', prepareMatch);

function makeContender(
  name: string,
  what: string,
  prepare: (cv: OpenCv, workload: Workload, operands: Operands) => Job | null,
): Contender {
  return {
    name,
    group: 'peer',
    device: 'cpu',
    async open(): Promise<OpenContender> {
      const { cv } = await (loading ??= load());
      return {
        description: `OpenCV.js ${dependencies['@techstark/opencv-js']}: ${what}`,
        // One channel only.
        prepare: (workload, operands) => (workload.size === 'layer' ? null : prepare(cv, workload, operands)),
      };
    },
  };
}

let loading: Promise<{ readonly cv: OpenCv }> | undefined;

/** The module is thenable: a promise that resolves to it would never be settled, so that it stays in an object. */
async function load(): Promise<{ readonly cv: OpenCv }> {
  const script = document.createElement('script');
  script.src = scriptUrl;
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  const found = globalThis as unknown as { cv: Record<string, unknown> };
  if (typeof found.cv.then === 'function') {
    await new Promise<void>((resolve) => {
      (found.cv as unknown as { then(done: (cv: Record<string, unknown>) => void): void }).then((cv) => {
        found.cv = cv;
        resolve();
      });
    });
  }
  for (let wait = 0; wait < 300 && typeof found.cv.Mat !== 'function'; wait++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  if (typeof found.cv.Mat !== 'function') throw new Error('OpenCV.js did not start');
  return { cv: found.cv as unknown as OpenCv };
}

function prepareFilter(cv: OpenCv, workload: Workload, { image, kernel, upstream }: Operands): Job | null {
  if (workload.operation === 'forward') return prepareForward(cv, image, kernel, upstream);
  if (workload.operation === 'image-gradient') return prepareImageGradient(cv, image, kernel, upstream);
  return null;
}

function createMat(cv: OpenCv, { shape, data }: Tensor4): Mat {
  const mat = new cv.Mat(shape[2], shape[3], cv.CV_32FC1);
  mat.data32F.set(data);
  return mat;
}

/** With the anchor at its first cell, what is asked for is the upper left part of what filter2D gives. */
function prepareForward(cv: OpenCv, image: Tensor4, kernel: Tensor4, response: Tensor4): Job {
  const [from, taps, full, cut] = [createMat(cv, image), createMat(cv, kernel), new cv.Mat(), new cv.Mat()];
  const anchor = new cv.Point(0, 0);
  const area = new cv.Rect(0, 0, response.shape[3], response.shape[2]);
  const out = new Float32Array(response.data.length);
  const filter = (): void => {
    cv.filter2D(from, full, cv.CV_32F, taps, anchor, 0, cv.BORDER_CONSTANT);
  };
  return {
    run() {
      from.data32F.set(image.data);
      taps.data32F.set(kernel.data);
      filter();
      const part = full.roi(area);
      part.copyTo(cut);
      part.delete();
      out.set(cut.data32F);
      return out;
    },
    resident: filter,
    dispose: () => {
      for (const mat of [from, taps, full, cut]) mat.delete();
    },
  };
}

function prepareMatch(cv: OpenCv, workload: Workload, { image, upstream }: Operands): Job | null {
  if (workload.operation !== 'kernel-gradient') return null;
  const [from, template, result] = [createMat(cv, image), createMat(cv, upstream), new cv.Mat()];
  const match = (): void => {
    cv.matchTemplate(from, template, result, cv.TM_CCORR);
  };
  return {
    run() {
      from.data32F.set(image.data);
      template.data32F.set(upstream.data);
      match();
      return result.data32F.slice();
    },
    resident: match,
    dispose: () => {
      for (const mat of [from, template, result]) mat.delete();
    },
  };
}

/** The flipped kernel over the upstream with zeros below and to the right of it, anchored at its last cell. */
function prepareImageGradient(cv: OpenCv, image: Tensor4, kernel: Tensor4, upstream: Tensor4): Job {
  const [, , height, width] = kernel.shape;
  const flipped: Tensor4 = { shape: kernel.shape, data: kernel.data.slice().reverse() };
  const [from, taps, padded, to] = [
    createMat(cv, upstream),
    createMat(cv, flipped),
    new cv.Mat(),
    new cv.Mat(),
  ];
  const anchor = new cv.Point(width - 1, height - 1);
  const zero = new cv.Scalar(0, 0, 0, 0);
  const out = new Float32Array(image.data.length);
  const [bottom, right] = [image.shape[2] - upstream.shape[2], image.shape[3] - upstream.shape[3]];
  const filter = (): void => {
    cv.copyMakeBorder(from, padded, 0, bottom, 0, right, cv.BORDER_CONSTANT, zero);
    cv.filter2D(padded, to, cv.CV_32F, taps, anchor, 0, cv.BORDER_CONSTANT);
  };
  return {
    run() {
      from.data32F.set(upstream.data);
      taps.data32F.set(flipped.data);
      filter();
      out.set(to.data32F);
      return out;
    },
    resident: filter,
    dispose: () => {
      for (const mat of [from, taps, padded, to]) mat.delete();
    },
  };
}
