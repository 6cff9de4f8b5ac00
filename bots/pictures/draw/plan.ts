// What a picture will be before it is drawn: how many pages, and each page when it is asked for.

/** A page in units of half a phone's pixel (720 across = 360 wide); `zoom` turns them into the picture's pixels. */
export type Page = { svg: string; width: number; height: number; zoom: number; text: string }
export type Plan = { of: number; page(number: number): Page }

/** Across a phone of 360: 28 units of type are 14 of its pixels. */
export const WIDTH = 720
