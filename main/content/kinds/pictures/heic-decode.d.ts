declare module 'heic-decode' {
  /** RGBA, 8 bits a channel. */
  export default function decode(input: {
    buffer: Uint8Array;
  }): Promise<{ width: number; height: number; data: Uint8ClampedArray }>;
}
