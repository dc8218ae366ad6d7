/** A WebM file around encoded frames: one video track, a cluster from each key frame on, and cues to seek by. */
import { ebmlBytes, float64, text, unsigned, type EbmlElement } from './ebml.ts';

export interface WebmTrack {
  /** Matroska's name of the codec. */
  readonly codec: 'V_VP8' | 'V_VP9';
  readonly width: number;
  readonly height: number;
  /** Of the whole film. */
  readonly durationMs: number;
}

export interface WebmFrame {
  readonly timeMs: number;
  readonly isKey: boolean;
  readonly data: Uint8Array;
}

// Identifiers of the Matroska specification (RFC 9559).
const ID = {
  ebml: 0x1a45dfa3,
  ebmlVersion: 0x4286,
  ebmlReadVersion: 0x42f7,
  ebmlMaxIdLength: 0x42f2,
  ebmlMaxSizeLength: 0x42f3,
  docType: 0x4282,
  docTypeVersion: 0x4287,
  docTypeReadVersion: 0x4285,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackUid: 0x73c5,
  trackType: 0x83,
  flagLacing: 0x9c,
  codecId: 0x86,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cueTrackPositions: 0xb7,
  cueTrack: 0xf7,
  cueClusterPosition: 0xf1,
} as const;

const NANOSECONDS_A_TICK = 1_000_000;
/** A block tells its time from its cluster's on, in 16 bits with a sign. */
const LONGEST_CLUSTER_MS = 30_000;
const PROGRAM = 'corr2d playground';

/** The whole file; frames in order of time, the first of them a key frame. */
export function webmFile(track: WebmTrack, frames: readonly WebmFrame[]): Uint8Array<ArrayBuffer> {
  const head = [infoElement(track.durationMs), tracksElement(track)];
  const clusters = clustersOf(frames).map((cluster) => ({
    cluster,
    element: element(ID.cluster, [
      element(ID.timestamp, unsigned(startOf(cluster))),
      ...cluster.map((frame) => element(ID.simpleBlock, blockBytes(frame, startOf(cluster)))),
    ]),
  }));
  let position = head.reduce((total, each) => total + ebmlBytes(each).length, 0);
  const points: EbmlElement[] = [];
  for (const { cluster, element: each } of clusters) {
    if (cluster[0]?.isKey === true) points.push(cuePoint(startOf(cluster), position));
    position += ebmlBytes(each).length;
  }
  const segment = element(ID.segment, [
    ...head,
    ...clusters.map((each) => each.element),
    element(ID.cues, points),
  ]);
  const [first, second] = [ebmlBytes(headElement()), ebmlBytes(segment)];
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}

function element(id: number, data: EbmlElement['data']): EbmlElement {
  return { id, data };
}

function headElement(): EbmlElement {
  return element(ID.ebml, [
    element(ID.ebmlVersion, unsigned(1)),
    element(ID.ebmlReadVersion, unsigned(1)),
    element(ID.ebmlMaxIdLength, unsigned(4)),
    element(ID.ebmlMaxSizeLength, unsigned(8)),
    element(ID.docType, text('webm')),
    element(ID.docTypeVersion, unsigned(4)),
    element(ID.docTypeReadVersion, unsigned(2)),
  ]);
}

function infoElement(durationMs: number): EbmlElement {
  return element(ID.info, [
    element(ID.timestampScale, unsigned(NANOSECONDS_A_TICK)),
    element(ID.duration, float64(durationMs)),
    element(ID.muxingApp, text(PROGRAM)),
    element(ID.writingApp, text(PROGRAM)),
  ]);
}

function tracksElement({ codec, width, height }: WebmTrack): EbmlElement {
  const video = element(ID.video, [
    element(ID.pixelWidth, unsigned(width)),
    element(ID.pixelHeight, unsigned(height)),
  ]);
  const entry = element(ID.trackEntry, [
    element(ID.trackNumber, unsigned(1)),
    element(ID.trackUid, unsigned(1)),
    element(ID.trackType, unsigned(1)), // video
    element(ID.flagLacing, unsigned(0)),
    element(ID.codecId, text(codec)),
    video,
  ]);
  return element(ID.tracks, [entry]);
}

function clustersOf(frames: readonly WebmFrame[]): WebmFrame[][] {
  const clusters: WebmFrame[][] = [];
  for (const frame of frames) {
    const cluster = clusters.at(-1);
    if (cluster && !frame.isKey && frame.timeMs - startOf(cluster) <= LONGEST_CLUSTER_MS) cluster.push(frame);
    else clusters.push([frame]);
  }
  return clusters;
}

function startOf(cluster: readonly WebmFrame[]): number {
  return cluster[0]?.timeMs ?? 0;
}

/** Track 1, the time since the cluster's, and the flag of key frames. */
function blockBytes({ timeMs, isKey, data }: WebmFrame, startMs: number): Uint8Array {
  const bytes = new Uint8Array(4 + data.length);
  bytes[0] = 0x81;
  new DataView(bytes.buffer).setInt16(1, timeMs - startMs);
  bytes[3] = isKey ? 0x80 : 0;
  bytes.set(data, 4);
  return bytes;
}

/** `position` from the segment's data on. */
function cuePoint(timeMs: number, position: number): EbmlElement {
  return element(ID.cuePoint, [
    element(ID.cueTime, unsigned(timeMs)),
    element(ID.cueTrackPositions, [
      element(ID.cueTrack, unsigned(1)),
      element(ID.cueClusterPosition, unsigned(position)),
    ]),
  ]);
}
