declare module 'libheif-js/wasm-bundle.js' {
  interface HeifImage {
    is_primary(): boolean;
    get_width(): number;
    get_height(): number;
    /** Fills `target.data` with RGBA, 8 bits a channel; gives null where the picture does not decode. */
    display(
      target: { data: Uint8ClampedArray; width: number; height: number },
      done: (displayed: { data: Uint8ClampedArray } | null) => void,
    ): void;
    free(): void;
  }
  interface HeifDecoder {
    /** The pictures of a file, without thumbnails; none where it cannot be read. */
    decode(file: Uint8Array): HeifImage[];
    readonly decoder: { delete(): void };
  }
  const libheif: { readonly ready: Promise<unknown>; HeifDecoder: new () => HeifDecoder };
  export default libheif;
}
