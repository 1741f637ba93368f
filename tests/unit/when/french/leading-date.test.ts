import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { datesOfPath } from '../../../../main/content/names/file-name.ts';
import { leadingDateFault, splitLeadingDate } from '../../../../main/when/french/name-date.ts';

const context = { zone: 'Europe/Paris', reference: Temporal.PlainDate.from('2026-04-20') };

describe('a date at the start of a name', () => {
  it.each([
    ['2026-05-05 Portes ouvertes', 'mardi 5 mai', 'Portes ouvertes'],
    ['2026-05-05_Portes ouvertes', 'mardi 5 mai', 'Portes ouvertes'],
    ['2026-05-05', 'mardi 5 mai', ''],
    ['2026-05-04_2026-05-07 Exposition', 'du 4 au 7 mai', 'Exposition'],
    ['du 4 au 7 mai - Exposition', 'du 4 au 7 mai', 'Exposition'],
    ['Du 4 au 7 mai : Exposition', 'du 4 au 7 mai', 'Exposition'],
    ['du 4 au 7 mai – « Vu d’ici »', 'du 4 au 7 mai', '« Vu d’ici »'],
    ['mardi 5 mai 14h-17h - Atelier', 'mardi 5 mai, 14 h – 17 h', 'Atelier'],
    ['2026-05-05 14h30 Forum', 'mardi 5 mai, à 14 h 30', 'Forum'],
    ['2026-05-05T14h Forum', 'mardi 5 mai, à 14 h', 'Forum'],
    ['2026-05-05 - 14h-17h - Forum', 'mardi 5 mai, 14 h – 17 h', 'Forum'],
    ['5 mai', 'mardi 5 mai', ''],
    ['5 mai matin - Petit déjeuner', 'mardi 5 mai, le matin', 'Petit déjeuner'],
    ['5 mai Midi des artistes', 'mardi 5 mai', 'Midi des artistes'],
    ['5 mai - 24h du Mans', 'mardi 5 mai', '24h du Mans'],
    ['5 mai 12h de natation', 'mardi 5 mai', '12h de natation'],
    ['5 mai - 6 classes exposent', 'mardi 5 mai', '6 classes exposent'],
    ['5 mai et 6 filles', 'mardi 5 mai', 'et 6 filles'],
    ['4, 5 et 7 mai - Ateliers', 'les 4, 5 et 7 mai', 'Ateliers'],
    ['du 4, 5 et 7 mai - Ateliers', 'les 4, 5 et 7 mai', 'Ateliers'],
    ['12 mai, S20 - Oral', 'mardi 12 mai', 'Oral'],
    ['12 mai, S21 - Oral', 'le 12 mai et du 18 au 24 mai', 'Oral'],
    ['4 mai, S19, S20 - Stage', 'du 4 au 10 mai et du 11 au 17 mai', 'Stage'],
    ['mardi 5 et jeudi 7 mai, Forum', 'mardi 5 et jeudi 7 mai', 'Forum'],
    ['1er mai', 'vendredi 1er mai', ''],
    ['05-05-2026 Sortie', 'mardi 5 mai', 'Sortie'],
    ['05.05.2026_Sortie', 'mardi 5 mai', 'Sortie'],
    ['05/05/2026 : Sortie', 'mardi 5 mai', 'Sortie'],
    ['Mardi 05/05 : Sortie', 'mardi 5 mai', 'Sortie'],
    ['jusqu’au 12 juin - Inscriptions', 'jusqu’au 12 juin', 'Inscriptions'],
    ['à partir du 2 mai, Inscriptions', 'à partir du 2 mai', 'Inscriptions'],
    ['tous les mardis - Atelier', 'tous les mardis', 'Atelier'],
    ['du lundi au vendredi - Cantine', 'du lundi au vendredi', 'Cantine'],
    ['28 fe\u0301vrier 2027 - Fe\u0302te', 'dimanche 28 février 2027', 'Fête'],
    ['mardi 16 février - Fête', 'mardi 16 février 2027', 'Fête'],
    ['5-mai-2026 JPO', 'mardi 5 mai', 'JPO'],
    ['05-mai-26 - JPO', 'mardi 5 mai', 'JPO'],
    ['mardi_5_mai_JPO', 'mardi 5 mai', 'JPO'],
    ['5_mai_2026_JPO', 'mardi 5 mai', 'JPO'],
    ['20260505 JPO', 'mardi 5 mai', 'JPO'],
    ['20260505_JPO', 'mardi 5 mai', 'JPO'],
    ['05_05_2026 JPO', 'mardi 5 mai', 'JPO'],
    ['05 05 2026 JPO', 'mardi 5 mai', 'JPO'],
    ['du 05.05 au 07.05 JPO', 'du 5 au 7 mai', 'JPO'],
    ['(5 mai) JPO', 'mardi 5 mai', 'JPO'],
    ['2026-05-05Portes', 'mardi 5 mai', 'Portes'],
    ['5 mai 26 - JPO', 'mardi 5 mai', 'JPO'],
    ['5 mai 26 élèves', 'mardi 5 mai', '26 élèves'],
    ['5 mai - 14h 30 élèves', 'mardi 5 mai, à 14 h', '30 élèves'],
    ['4-7 mai JPO', 'du 4 au 7 mai', 'JPO'],
    ['2026-05-04_01 photo', 'lundi 4 mai', '01 photo'],
    ['mardi 5 mai de 9 à 11 - Atelier', 'mardi 5 mai, 9 h – 11 h', 'Atelier'],
    ['mardi 5 mai 9h-11 - Atelier', 'mardi 5 mai, 9 h – 11 h', 'Atelier'],
    ['mardi 5 mai 14h à 16 - Atelier', 'mardi 5 mai, 14 h – 16 h', 'Atelier'],
    ['mardi 5 mai toute la matinée - Tests', 'mardi 5 mai, le matin', 'Tests'],
    ['mardi 5 mai toute l’après-midi - Tests', 'mardi 5 mai, 12 h – 18 h', 'Tests'],
    ['mardi 5 mai de 9 à 11 ans', 'mardi 5 mai', 'de 9 à 11 ans'],
    ['mardi 5 mai 14h - 16 élèves', 'mardi 5 mai, à 14 h', '16 élèves'],
    ['mardi 5 mai entre midi et deux - Chorale', 'mardi 5 mai, 12 h – 14 h', 'Chorale'],
    ['mardi 5 mai à 8 heures et demie - Visite', 'mardi 5 mai, à 8 h 30', 'Visite'],
  ])('« %s » is « %s », then « %s »', (name, label, rest) => {
    const split = splitLeadingDate(name, context);
    expect(split?.when.label.replace(/\u00a0/gu, ' ')).toBe(label);
    expect(split?.rest).toBe(rest);
    expect(split?.warnings).toEqual([]);
  });

  it.each([
    '2026 bilan',
    '3 petits cochons',
    '12 angry men',
    'IMG_20260505_101010',
    '20260505_101010',
    '20260505',
    '20260505-WA0012',
    '2026-05-05-14-30-12',
    '2026-05-05 14.30.12',
    '2026-05-05_143012',
    '2 mai 68',
    'PXL_20260505_101010',
    '5eme A',
    '5ème A',
    '24h du Mans',
    '24 h du Mans',
    '14h-17h Atelier',
    '1er prix',
    '4-7 ans',
    '4 à 7 ans',
    '01 Les tomates',
    '1. Les tomates',
    '5-5 match nul',
    '3/4 de finale',
    '16/02 Forum',
    'marche solidaire',
    'mars attaque',
    'mai 68',
    'Mai 2026 en images',
    'Le mardi gras',
    'Les mardis du cinéma',
    'Mardi gras',
    'Dimanche à la ferme',
    'Jeudi noir',
    '5maison',
    '3 marches',
    '7 merveilles',
    '8 mai 1945',
    '11 novembre 1918 - Commémoration',
    'Matin calme',
    'du pain et des jeux',
    'Des livres',
    '1-2-3 soleil',
    '10-10-10',
    '2026',
    '2026-05',
    'A3 couleur',
    'Sauf imprévu',
    '',
  ])('« %s » begins with none', (name) => {
    expect(splitLeadingDate(name, context)).toBeNull();
    expect(leadingDateFault(name, context)).toBeNull();
  });

  it.each(['2026-05-04_07 Expo', '2026-05-04 2026-05-07 Expo'])(
    '« %s » is a range, and says that it is a guess',
    (name) => {
      const split = splitLeadingDate(name, context);
      expect(split?.when.label).toBe('du 4 au 7 mai');
      expect(split?.rest).toBe('Expo');
      expect(split?.warnings[0]?.message).toMatch(/période, jusqu’au 7 mai/u);
    },
  );

  it('warns of a weekday that contradicts the date, and names both', () => {
    const split = splitLeadingDate('lundi 5 mai 2026 - Forum', context);
    expect(split?.rest).toBe('Forum');
    expect(split?.warnings[0]?.message).toMatch(/mardi.*lundi/u);
  });

  it.each(['2026-02-30 Photos', '31 avril - Photos', 'du 7 au 4 mai - Photos'])(
    'tells why « %s » is no date',
    (name) => {
      expect(splitLeadingDate(name, context)).toBeNull();
      expect(leadingDateFault(name, context)?.message).toMatch(/n’existe pas|finit avant/u);
    },
  );
});

describe('a date elsewhere in a name', () => {
  const warnings = (name: string) =>
    datesOfPath(`${name}.jpg`, false, context.zone, context.reference).problems.map(({ severity, message }) =>
      `${severity} ${message}`.replace(/\u00a0/gu, ' '),
    );

  it.each([
    ['JPO 5 mai 2026 des familles', '« 5 mai 2026 »'],
    ['Forum du 5 mai des familles', '« 5 mai »'],
    ['JPO 2026-05-05 des familles', '« 2026-05-05 »'],
    ['JPO 05-05-2026 des familles', '« 05-05-2026 »'],
    ['Expo du 4 au 7 mai des familles', '« du 4 au 7 mai »'],
    ['2 mai 68', '« 2 mai »'],
  ])('« %s » is shown, and it is said that %s is not followed', (name, quoted) => {
    const [warning, ...others] = warnings(name);
    expect(warning).toMatch(/^warning .*n’est pas suivie : la fiche est montrée tous les jours\.$/u);
    expect(warning).toContain(quoted);
    expect(others).toEqual([]);
  });

  it('says that the dates of the folder are followed, where they are', () => {
    const found = datesOfPath('4-7 mai/JPO 5 mai.jpg', false, context.zone, context.reference);
    expect(found.when?.label).toBe('du 4 au 7 mai');
    expect(found.problems[0]?.message).toMatch(/ce sont les dates du dossier/u);
  });

  it.each([
    'IMG_20260505_143012',
    'Scan 2026-05-05',
    '2026-05-05-14-30-12',
    'WhatsApp Image 2026-05-05 at 14.30.12',
    'Capture d’écran 2026-05-05 à 14.30.12',
    'Signal-2026-05-05-143012',
    'Commémoration du 8 mai 1945',
    '5 mai - Réunion du 7 mai',
    'Mai 68',
  ])('« %s » has none that could be meant', (name) => {
    expect(warnings(name)).toEqual([]);
    expect(datesOfPath(`${name}.jpg`, false, context.zone, context.reference).fault).toBeNull();
  });
});
