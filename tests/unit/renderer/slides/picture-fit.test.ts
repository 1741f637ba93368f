import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { untilText } from '../../../../renderer/slides/exhibition/exhibition-text.ts';
import { placePicture } from '../../../../renderer/slides/picture.ts';
import { containedSize, cropShare, MAX_CROP, pictureFit } from '../../../../renderer/slides/picture-fit.ts';
import { middleOf } from '../../../../renderer/slides/video/film-blur.ts';

const wall = { width: 1920, height: 1080, unit: 1 };
const size = (width: number, height: number) => ({ width, height });

describe('a picture on the wall', () => {
  it('fills it when it loses at most 12 % of a side', () => {
    expect(pictureFit(size(1920, 1080), wall, 'cover')).toBe('cover');
    expect(pictureFit(size(1920, 1200), wall, 'cover')).toBe('cover');
    expect(pictureFit(size(1500, 1000), wall, 'cover')).toBe('contain');
    expect(pictureFit(size(1600, 1200), wall, 'cover')).toBe('contain');
    expect(pictureFit(size(1080, 1920), wall, 'cover')).toBe('contain');
  });

  it('is never cropped when it is a page of a document', () => {
    expect(pictureFit(size(1920, 1200), wall, 'contain')).toBe('contain');
    expect(pictureFit(size(1920, 1080), wall, 'contain')).toBe('cover');
  });

  it('is not enlarged until it is blurred', () => {
    expect(pictureFit(size(160, 90), wall, 'cover')).toBe('contain');
    expect(containedSize(size(1, 1), wall, 1)).toEqual({ width: 3, height: 3 });
  });

  it('is placed alike on walls of any resolution', () => {
    const stage = { width: 3840, height: 2160, unit: 2 };
    for (const picture of [size(800, 450), size(640, 480), size(4000, 2250), size(1, 1)]) {
      expect(pictureFit(picture, stage, 'cover')).toBe(pictureFit(picture, wall, 'cover'));
      expect(containedSize(picture, stage, 2).width).toBeCloseTo(containedSize(picture, wall, 1).width * 2);
    }
  });

  it('stays in its box and keeps its proportions, even a panorama', () => {
    const side = fc.integer({ min: 1, max: 12_000 });
    fc.assert(
      fc.property(side, side, side, side, (w, h, boxW, boxH) => {
        const shown = containedSize(size(w, h), size(boxW, boxH), 1);
        expect(shown.width).toBeLessThanOrEqual(boxW * 1.000001);
        expect(shown.height).toBeLessThanOrEqual(boxH * 1.000001);
        expect(shown.width / shown.height / (w / h)).toBeCloseTo(1);
        if (pictureFit(size(w, h), { ...size(boxW, boxH), unit: 1 }, 'cover') === 'cover') {
          expect(cropShare(size(w, h), size(boxW, boxH))).toBeLessThanOrEqual(MAX_CROP);
        }
      }),
    );
  });
});

describe('the text with a picture', () => {
  it('is beside a portrait picture, not on it', () => {
    expect(placePicture(size(1440, 1920), wall, 'cover', 'Le titre')).toEqual({
      fit: 'contain',
      beside: true,
      strip: false,
    });
  });

  it('is not shown with a page of a document that fills the wall', () => {
    expect(placePicture(size(1280, 720), wall, 'contain', '2 / 5')).toEqual({
      fit: 'cover',
      beside: false,
      strip: false,
    });
  });

  it('never covers a page of a document: it is on a strip below a wide one', () => {
    expect(placePicture(size(1440, 1080), wall, 'contain', '2 / 5')).toEqual({
      fit: 'contain',
      beside: false,
      strip: true,
    });
    expect(placePicture(size(1440, 1080), wall, 'contain', '')).toEqual({
      fit: 'contain',
      beside: false,
      strip: false,
    });
  });

  it('is not beside a picture that fills the wall', () => {
    expect(placePicture(size(1920, 1080), wall, 'cover', 'Le titre')).toEqual({
      fit: 'cover',
      beside: false,
      strip: false,
    });
  });
});

describe('the part of a film that is blurred', () => {
  it('is its middle, in the proportions of the wall', () => {
    expect(middleOf(size(608, 1080), size(96, 54))).toEqual({ x: 0, y: 369, width: 608, height: 342 });
    expect(middleOf(size(4000, 1000), size(96, 54))).toEqual({ x: 1111, y: 0, width: 1778, height: 1000 });
    for (const film of [size(1, 10_000), size(10_000, 1), size(1, 1)]) {
      const { x, y, width, height } = middleOf(film, size(96, 54));
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
      expect(x + width).toBeLessThanOrEqual(film.width);
      expect(y + height).toBeLessThanOrEqual(film.height);
    }
  });
});

describe('until when an exhibition is on', () => {
  const when = { from: '2026-05-04', to: '2026-05-07', label: 'du 4 au 7 mai' };

  it('depends on the day it is shown', () => {
    expect(untilText(when, '2026-05-05')).toBe('jusqu’au 7\u00a0mai');
    expect(untilText(when, '2026-05-07')).toBe('dernier jour');
    expect(untilText(when, '2026-04-28')).toBe('du 4 au 7 mai');
    expect(untilText({ ...when, to: '2027-06-01' }, '2026-05-05')).toBe('jusqu’au 1er\u00a0juin\u00a02027');
  });

  it('is the label of its dates where it has no last day, and empty without dates', () => {
    expect(untilText({ from: null, to: null, label: '' }, '2026-05-05')).toBeUndefined();
    expect(untilText({ from: '2026-01-01', to: null, label: 'tous les mardis' }, '2026-05-05')).toBe('tous les mardis');
    expect(untilText(undefined, '2026-05-05')).toBeUndefined();
  });
});

describe('a caption', () => {
  it('is beside a picture where there is room for its length', () => {
    const beside = (picture: ReturnType<typeof size>, length: number): boolean =>
      placePicture(picture, wall, 'cover', 'a'.repeat(length)).beside;
    expect(beside({ width: 2000, height: 3000 }, 100)).toBe(true);
    expect(beside({ width: 2600, height: 3000 }, 60)).toBe(true);
    expect(beside({ width: 2600, height: 3000 }, 100)).toBe(false);
    expect(beside({ width: 2000, height: 3000 }, 130)).toBe(false);
  });
});
