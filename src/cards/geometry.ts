/** Pixels across and down. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels from the card's top left corner. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}
