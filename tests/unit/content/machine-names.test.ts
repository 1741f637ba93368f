import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { captionOf, datesOfPath } from '../../../main/content/names/file-name.ts';

const read = (name: string) => datesOfPath(`${name}.jpg`, false, 'Europe/Paris', Temporal.PlainDate.from('2026-05-04'));

describe('a name that a machine or a program gave', () => {
  it.each([
    ...['IMG_20260504_101010', 'IMG_E1234', 'PXL_20260504_082213123~2', '20260504_102213(0)', 'DSC_0123', 'image001'],
    ...[
      'Screenshot_20260504_102213_Chrome',
      'Screenshot_2026-05-04-10-22-13-123_com.whatsapp',
      'MVIMG_20260504_101010',
      'Screenshot 2026-05-04 at 10.22.13',
      'Capture d’écran (23)',
    ],
    ...[
      'Capture d’écran 2026-05-04 à 10.22.13',
      'Capture d’écran 2026-05-04 102213',
      'Enregistrement 2026-05-04 102213',
    ],
    ...['WhatsApp Image 2026-05-04 at 10.22.13 (1)', 'Image WhatsApp 2026-05-04 à 10.22.13_3f2a1b9c'],
    ...['signal-2026-05-04-10-22-13-123', 'Snapchat-123456789', 'FB_IMG_1714824000000', 'received_123456789'],
    ...['photo_2026-05-04_10-22-13', 'GMT20260504-082213_Recording_1920x1080', 'IMG_20260504_101010_edit_123'],
    // Scanners: the day is that of the scan, after which the sheet would not be shown any more
    ...['Adobe Scan 4 mai 2026', 'Adobe Scan 4 mai 2026 (1)', 'CamScanner 04-05-2026 10.22', 'Numérisation_20260504'],
    ...['Numériser_2026_05_04_10_22_13_123', 'Office Lens 20260504-102213', 'doc00123420260504102213', 'EPSON001'],
  ])('« %s » is no caption, and says no day', (name) => {
    expect(read(name)).toMatchObject({ when: null, title: '', problems: [], fault: null });
  });

  it.each([
    ['Photo 5 mai', '2026-05-05'],
    ['Photo de classe 5 mai', '2026-05-05'],
    ['Signalement 12 mai', '2026-05-12'],
    ['Enregistrement 5 mai', '2026-05-05'],
  ])('« %s » is that of a person', (name, day) => {
    expect(read(name).when?.ranges).toEqual([{ from: day, to: day }]);
  });

  it.each([
    'Docteur 2026',
    'Signal de départ',
    'Capture du drapeau',
    'Doc B',
    'Image du mois',
    'Recording 8-bit music',
  ])('« %s » is a caption', (name) => {
    expect(captionOf(name).replaceAll('\u00a0', ' ')).toBe(name);
  });
});
