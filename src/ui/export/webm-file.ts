/** A film as WebM, by the browser's own encoder: faster than it plays, and every frame at its exact time. */
import { webmFile, type WebmFrame, type WebmTrack } from '../../math/webm/webm.ts';
import { PictureError, requireFilmLength, requireFilmSize } from '../../state/picture/limits.ts';
import { drawingCanvas } from './drawing-canvas.ts';
import { breathe, LAST_FRAME_MS, type FilmJob } from './film-job.ts';

/** VP9 at level 5, which has room for every size that is let through; VP8 where there is no VP9. */
const CODECS = [
  { name: 'vp09.00.50.08', id: 'V_VP9' },
  { name: 'vp8', id: 'V_VP8' },
] as const;
/** Sharp letters need more than the encoders' default; a film of still cells stays far below it. */
const BITS_PER_PIXEL = 6;
/** A player seeks from key frame to key frame. */
const KEY_FRAME_EVERY = 20;
const MOST_QUEUED = 4;
/** Before the end the last frame is shown again: players hold a frame no longer than there are frames after it. */
const FINAL_MS = 40;

/** Throws PictureError where it would be too large or too long, or this browser has no encoder. */
export async function webmVideo(job: FilmJob): Promise<Blob> {
  const { film, scale } = job;
  requireFilmLength(film.count);
  requireFilmSize(film.frame(0), scale);
  const canvas = drawingCanvas(film.frame(0), scale, { even: true });
  const { width, height } = canvas.canvas;
  const { codec, config } = await supportedConfig(width, height);
  const times = frameTimes(job);
  const durationMs = (times.at(-1)?.timeMs ?? 0) + FINAL_MS;
  const frames = await encode(job, canvas, config, times);
  const track: WebmTrack = { codec, width, height, durationMs };
  return new Blob([webmFile(track, frames)], { type: 'video/webm' });
}

interface FrameTime {
  readonly index: number;
  readonly timeMs: number;
}

function frameTimes({ film, framesPerSecond }: FilmJob): readonly FrameTime[] {
  const times = Array.from({ length: film.count }, (_, index) => ({
    index,
    timeMs: Math.round((1000 * index) / framesPerSecond),
  }));
  const last = times.at(-1) ?? { index: 0, timeMs: 0 };
  return [...times, { ...last, timeMs: last.timeMs + LAST_FRAME_MS }];
}

async function supportedConfig(
  width: number,
  height: number,
): Promise<{ readonly codec: WebmTrack['codec']; readonly config: VideoEncoderConfig }> {
  // Absent in some browsers, and everywhere on pages that came over plain http.
  if (!('VideoEncoder' in globalThis)) throw new PictureError({ code: 'no-video' });
  for (const { name, id } of CODECS) {
    const config = { codec: name, width, height, bitrate: BITS_PER_PIXEL * width * height };
    const { supported } = await VideoEncoder.isConfigSupported(config).catch(() => ({ supported: false }));
    if (supported === true) return { codec: id, config };
  }
  throw new PictureError({ code: 'no-video' });
}

async function encode(
  { film, signal, onProgress }: FilmJob,
  { canvas, paint }: ReturnType<typeof drawingCanvas>,
  config: VideoEncoderConfig,
  times: readonly FrameTime[],
): Promise<WebmFrame[]> {
  const frames: WebmFrame[] = [];
  const faults: Error[] = [];
  const encoder = new VideoEncoder({
    output: (chunk) => frames.push(frameOf(chunk)),
    error: (fault) => faults.push(fault),
  });
  try {
    encoder.configure(config);
    for (const [done, { index, timeMs }] of times.entries()) {
      paint(film.frame(index));
      const frame = new VideoFrame(canvas, { timestamp: 1000 * timeMs });
      encoder.encode(frame, { keyFrame: done % KEY_FRAME_EVERY === 0 });
      frame.close();
      do await breathe(signal);
      while (encoder.encodeQueueSize > MOST_QUEUED);
      onProgress((done + 1) / times.length);
    }
    await encoder.flush();
  } catch (error) {
    signal.throwIfAborted();
    const [fault] = [...faults, error];
    throw new PictureError({ code: 'picture-failed', detail: String(fault) });
  } finally {
    if (encoder.state !== 'closed') encoder.close();
  }
  return frames;
}

function frameOf(chunk: EncodedVideoChunk): WebmFrame {
  const data = new Uint8Array(chunk.byteLength);
  chunk.copyTo(data);
  return { timeMs: Math.round(chunk.timestamp / 1000), isKey: chunk.type === 'key', data };
}
