/** A programme as somebody wrote it, and the outline of its events; null where it stays a text. */
export type WrittenProgramme = readonly [
  name: string,
  kind: 'md' | 'txt',
  text: string,
  events: readonly string[] | null,
];

/**
 * Programmes of French school life, written without looking at the reader: open days, forums, ceremonies, weeks of a
 * school, and notices that are no programmes. As if written on 1 February 2026.
 */
export const SCHOOL_PROGRAMMES: readonly WrittenProgramme[] = [
  [
    'jpo lycée par pôles',
    'md',
    `# Portes ouvertes du lycée Ampère

Samedi 14 mars 2026, de 9h à 13h

- 9h30 : présentation de la filière STI2D, amphithéâtre
- 10h30 : visite des ateliers, hall B
- 11h30 : rencontre avec les anciens élèves, CDI
`,
    [
      ' | – | présentation de la filière STI2D | amphithéâtre | 2026-03-14 09:30-',
      ' | – | visite des ateliers | hall B | 2026-03-14 10:30-',
      ' | – | rencontre avec les anciens élèves | CDI | 2026-03-14 11:30-',
    ],
  ],
  [
    'forum matin après-midi',
    'txt',
    `Forum des métiers du collège Jean-Moulin

Jeudi 12 mars 2026

8h30 - 10h : stands des professionnels, gymnase
10h15 - 12h : ateliers CV pour les 3e, salle 12
14h : conférence sur l’apprentissage, salle polyvalente
`,
    [
      ' | – | stands des professionnels | gymnase | 2026-03-12 08:30-10:00',
      ' | – | ateliers CV pour les 3e | salle 12 | 2026-03-12 10:15-12:00',
      ' | – | conférence sur l’apprentissage | salle polyvalente | 2026-03-12 14:00-',
    ],
  ],
  [
    'fiches en gras',
    'md',
    `**Programme culturel du mois de mai**

**Concert de la chorale**
**Date :** mardi 12 mai 2026
**Heure :** 20h
**Lieu :** Salle des fêtes de Trifouilly

**Exposition photo**
**Date :** du 18 au 22 mai 2026
**Heure :** 8h-17h
**Lieu :** Hall du lycée
`,
    [
      ' | – | Concert de la chorale | Salle des fêtes de Trifouilly | 2026-05-12 20:00-',
      ' | – | Exposition photo | Hall du lycée | 2026-05-18/2026-05-22 08:00-17:00',
    ],
  ],
  [
    'questions',
    'txt',
    `Cérémonie de remise des diplômes
Quand ? Vendredi 16 octobre 2026 à 18h
Où ? Cour d’honneur du lycée
Pour qui ? Les bacheliers 2026 et leurs familles
`,
    [' | – | Cérémonie de remise des diplômes | Cour d’honneur du lycée | 2026-10-16 18:00-'],
  ],
  [
    'semaine des langues',
    'md',
    `## Semaine des langues – du 11 au 15 mai 2026

### Lundi 11 mai

Quiz européen – CDI – 12h30
Dégustation de pâtisseries – Cafétéria – 10h

### Vendredi 15 mai

Spectacle des 4e – Salle polyvalente – 14h à 16h

### Toute la semaine

Exposition de drapeaux – Hall
`,
    [
      ' | – | Quiz européen | CDI | 2026-05-11 12:30-',
      ' | – | Dégustation de pâtisseries | Cafétéria | 2026-05-11 10:00-',
      ' | – | Spectacle des 4e | Salle polyvalente | 2026-05-15 14:00-16:00',
      ' | – | Exposition de drapeaux | Hall | 2026-05-11/2026-05-15',
    ],
  ],
  [
    'JPO liste des lycées',
    'txt',
    `Journées portes ouvertes des lycées du Gard

Lycée Camargue (Nîmes) : samedi 7 mars de 9h à 12h
Lycée Prévert (Saint-Christol-lès-Alès) : samedi 14 mars de 9h à 13h
Lycée Einstein (Bagnols-sur-Cèze) : vendredi 20 mars de 17h à 20h
`,
    [
      'Nîmes | – | Journées portes ouvertes des lycées du Gard | Lycée Camargue | 2026-03-07 09:00-12:00',
      'Saint-Christol-lès-Alès | – | Journées portes ouvertes des lycées du Gard | Lycée Prévert | 2026-03-14 09:00-13:00',
      'Bagnols-sur-Cèze | – | Journées portes ouvertes des lycées du Gard | Lycée Einstein | 2026-03-20 17:00-20:00',
    ],
  ],
  [
    'phrase conférence',
    'md',
    `# Fête de la science

## Vendredi 9 octobre 2026

- Conférence à 18h30 à l’auditorium : « Restaurer les rivières », par une chercheuse
- Village des sciences de 10h à 17h au gymnase

## Samedi 10 octobre 2026

- Escape game des chimistes de 14h à 18h, laboratoire 3
`,
    [
      ' | – | Conférence à 18h30 à l’auditorium : « Restaurer les rivières », par une chercheuse | – | 2026-10-09 18:30-',
      ' | – | Village des sciences | au gymnase | 2026-10-09 10:00-17:00',
      ' | – | Escape game des chimistes | laboratoire 3 | 2026-10-10 14:00-18:00',
    ],
  ],
  [
    'villes en titres',
    'md',
    `# Communiqué de presse

# Forums de l’apprentissage

## Vannes

- Mardi 10 mars, 9h-17h : forum, palais des congrès

## Lorient

- Jeudi 12 mars, 9h-17h : forum, parc des expositions
`,
    [
      'Vannes | – | forum | palais des congrès | 2026-03-10 09:00-17:00',
      'Lorient | – | forum | parc des expositions | 2026-03-12 09:00-17:00',
    ],
  ],
  [
    'tableau md',
    'md',
    `# Calendrier des ateliers d’orientation

| Quand | Quoi | Où |
|---|---|---|
| Lundi 16 mars, 13h | Atelier Parcoursup | CDI |
| Jeudi 19 mars, 12h30 | Atelier lettre de motivation | Salle 104 |
`,
    [
      ' | – | Atelier Parcoursup | CDI | 2026-03-16 13:00-',
      ' | – | Atelier lettre de motivation | Salle 104 | 2026-03-19 12:30-',
    ],
  ],
  [
    'emoji',
    'txt',
    `🎭 Spectacle de fin d’année
📅 Jeudi 18 juin 2026
🕗 20h
📍 Théâtre municipal

🏃 Cross du collège
📅 Vendredi 16 octobre 2026
🕑 14h
📍 Stade des Cèdres
`,
    [
      ' | – | Spectacle de fin d’année | Théâtre municipal | 2026-06-18 20:00-',
      ' | – | Cross du collège | Stade des Cèdres | 2026-10-16 14:00-',
    ],
  ],
  [
    'matin / après-midi',
    'md',
    `# Journée de l’égalité

## Jeudi 5 mars 2026

### Matin

- Atelier théâtre-forum, salle 3
- Projection-débat, amphi

### Après-midi

- Tournoi de foot mixte, stade
`,
    [
      ' | – | Atelier théâtre-forum | salle 3 | 2026-03-05 -12:00',
      ' | – | Projection-débat | amphi | 2026-03-05 -12:00',
      ' | – | Tournoi de foot mixte | stade | 2026-03-05 12:00-18:00',
    ],
  ],
  [
    'rectorat dep',
    'md',
    `COMMUNIQUÉ DE PRESSE

Rennes, le 2 mars 2026

**Finistère**

- Brest – Lycée Vauban – 10h : inauguration de la cordée, mardi 10 mars
- Quimper – Lycée Chaptal – 14h : visite de la rectrice, mardi 10 mars

**Morbihan**

- Pontivy – Lycée Loth – 9h30 : signature de la convention, jeudi 12 mars

Contact presse : Anne Exemple – 06 00 00 00 31
`,
    [
      'Brest | 29 | inauguration de la cordée | Lycée Vauban | 2026-03-10 10:00-',
      'Quimper | 29 | visite de la rectrice | Lycée Chaptal | 2026-03-10 14:00-',
      'Pontivy | 56 | signature de la convention | Lycée Loth | 2026-03-12 09:30-',
    ],
  ],
  [
    'liste inline dates fin',
    'txt',
    `Les rendez-vous du CIO

- Atelier Parcoursup : mercredi 4 mars, 14h-16h, CIO
- Forum post-bac : samedi 7 mars, 9h-12h, lycée Pasteur
- Café des parents : mardi 10 mars, 18h, médiathèque

Renseignements : M. Exemple, 06 00 00 00 32
`,
    [
      ' | – | Atelier Parcoursup | CIO | 2026-03-04 14:00-16:00',
      ' | – | Forum post-bac | lycée Pasteur | 2026-03-07 09:00-12:00',
      ' | – | Café des parents | médiathèque | 2026-03-10 18:00-',
    ],
  ],
  [
    'date-ville-heure lignes',
    'txt',
    `Communiqué de presse

Samedi 21 mars 2026 – Guéret (23) – 10h-16h – Salon des formations – Salle polyvalente
Mercredi 25 mars 2026 – Aubusson (23) – 14h-17h – Forum des métiers d’art – Cité de la tapisserie
`,
    [
      'Guéret | 23 | Salon des formations | Salle polyvalente | 2026-03-21 10:00-16:00',
      'Aubusson | 23 | Forum des métiers d’art | Cité de la tapisserie | 2026-03-25 14:00-17:00',
    ],
  ],
  [
    'lycée avec plusieurs lignes',
    'txt',
    `PORTES OUVERTES 2026

Vendredi 13 mars

Lycée agricole de Pixérécourt
17h - 20h

Lycée hôtelier Stanislas
17h30 - 20h30
`,
    [
      ' | – | Lycée agricole de Pixérécourt | – | 2026-03-13 17:00-20:00',
      ' | – | Lycée hôtelier Stanislas | – | 2026-03-13 17:30-20:30',
    ],
  ],
  [
    'menu non',
    'txt',
    `Menus de la semaine du 9 au 13 mars 2026

Lundi 9 mars
Salade de betteraves
Rôti de dinde – purée
Compote

Mardi 10 mars
Œuf mayonnaise
Couscous – légumes
Fruit
`,
    null,
  ],
  [
    'edt examens non',
    'txt',
    `Bac blanc

Lundi 16 mars 2026
Philosophie : 8h - 12h, gymnase
Mardi 17 mars 2026
Histoire-géographie : 8h - 12h, gymnase
`,
    null,
  ],
  [
    'ville entre parenthèses',
    'md',
    `# Printemps des poètes

## Mardi 17 mars 2026

- Lecture à voix haute (Dax, médiathèque, 18h)
- Concours d’éloquence (Mont-de-Marsan, lycée Duruy, 14h)
`,
    [
      'Dax | – | Lecture à voix haute | médiathèque | 2026-03-17 18:00-',
      'Mont-de-Marsan | – | Concours d’éloquence | lycée Duruy | 2026-03-17 14:00-',
    ],
  ],
  [
    'communiqué narratif',
    'md',
    `# Communiqué de presse

Le collège Camus organise une soirée des talents le vendredi 22 mai 2026 à 19h dans le gymnase.
Les élèves de 5e présenteront leurs créations.

Contact : Mme Exemple, principale adjointe, 06 00 00 00 33
`,
    null,
  ],
  [
    'permanences',
    'txt',
    `Permanences de la psychologue de l’Éducation nationale

Mardi 10 mars : 9h-12h, bureau 12
Jeudi 12 mars : 14h-17h, bureau 12
`,
    [
      ' | – | Permanences de la psychologue de l’Éducation nationale | bureau 12 | 2026-03-10 09:00-12:00',
      ' | – | Permanences de la psychologue de l’Éducation nationale | bureau 12 | 2026-03-12 14:00-17:00',
    ],
  ],
  [
    'sorties clubs',
    'md',
    `## Vie lycéenne : les rendez-vous de mars

**Mercredi 11 mars, 13h** – Club jeux – Foyer
**Vendredi 13 mars, 12h** – Tournoi d’échecs – CDI
**Mardi 17 mars, 18h** – Assemblée générale de la MDL – Amphithéâtre
`,
    [
      ' | – | Club jeux | Foyer | 2026-03-11 13:00-',
      ' | – | Tournoi d’échecs | CDI | 2026-03-13 12:00-',
      ' | – | Assemblée générale de la MDL | Amphithéâtre | 2026-03-17 18:00-',
    ],
  ],
  [
    'numérotés',
    'md',
    `# Les quatre temps forts de la semaine

1. Lundi 23 mars, 10h : lancement officiel, hall d’accueil
2. Mardi 24 mars, 14h : rencontre sportive, gymnase
3. Jeudi 26 mars, 18h : conférence pour les parents, réfectoire
`,
    [
      ' | – | lancement officiel | hall d’accueil | 2026-03-23 10:00-',
      ' | – | rencontre sportive | gymnase | 2026-03-24 14:00-',
      ' | – | conférence pour les parents | réfectoire | 2026-03-26 18:00-',
    ],
  ],
  [
    'majuscules sans tiret',
    'txt',
    `COMMUNIQUÉ DE PRESSE

MARDI 24 MARS 2026

CAHORS – LYCÉE CLÉMENT-MAROT – 18H : CONCERT DE L’ORCHESTRE
FIGEAC – COLLÈGE MASBOU – 14H30-16H : FINALE DU CONCOURS KANGOUROU

CONTACT PRESSE
MME EXEMPLE 06 00 00 00 34
`,
    [
      'CAHORS | – | CONCERT DE L’ORCHESTRE | LYCÉE CLÉMENT-MAROT | 2026-03-24 18:00-',
      'FIGEAC | – | FINALE DU CONCOURS KANGOUROU | COLLÈGE MASBOU | 2026-03-24 14:30-16:00',
    ],
  ],
  [
    'lieu avec ville champ',
    'txt',
    `Intitulé : Nuit de l’orientation
Date : vendredi 30 janvier 2026
Horaire : 17h-21h
Lieu : Chambre de commerce, Tulle

Intitulé : Salon de l’étudiant
Date : samedi 31 janvier 2026
Horaire : 9h-18h
Lieu : Espace des Trois-Provinces, Brive
`,
    [
      ' | – | Nuit de l’orientation | Chambre de commerce, Tulle | 2026-01-30 17:00-21:00',
      ' | – | Salon de l’étudiant | Espace des Trois-Provinces, Brive | 2026-01-31 09:00-18:00',
    ],
  ],
  [
    'plusieurs jours une ligne',
    'md',
    `# Semaine de la presse du 23 au 28 mars 2026

- Toute la semaine : kiosque de journaux, CDI
- Mardi 24 mars, 13h : rencontre avec un dessinateur, salle 7
- Vendredi 27 mars, 15h-17h : webradio en direct, hall
`,
    [
      ' | – | kiosque de journaux | CDI | 2026-03-23/2026-03-28',
      ' | – | rencontre avec un dessinateur | salle 7 | 2026-03-24 13:00-',
      ' | – | webradio en direct | hall | 2026-03-27 15:00-17:00',
    ],
  ],
  [
    'sous-titres horaires',
    'md',
    `# Journée d’intégration des 6e

## Mardi 1er septembre 2026

### 8h30 – 9h

Accueil des familles dans la cour

### 9h – 11h

Jeu de piste dans le collège

### 14h

Goûter au réfectoire
`,
    [
      ' | – | Accueil des familles dans la cour | – | 2026-09-01 08:30-09:00',
      ' | – | Jeu de piste dans le collège | – | 2026-09-01 09:00-11:00',
      ' | – | Goûter au réfectoire | – | 2026-09-01 14:00-',
    ],
  ],
  [
    'pays villes tirets',
    'txt',
    `Programme de la Semaine du numérique

Lundi 16 mars
Le Puy-en-Velay – atelier robotique – CIO – 10h à 12h
Yssingeaux – découverte de l’IA – lycée Chabrier – 14h

Mercredi 18 mars
Monistrol-sur-Loire – tournoi de programmation – médiathèque – 14h à 17h
`,
    [
      'Le Puy-en-Velay | – | atelier robotique | CIO | 2026-03-16 10:00-12:00',
      'Yssingeaux | – | découverte de l’IA | lycée Chabrier | 2026-03-16 14:00-',
      'Monistrol-sur-Loire | – | tournoi de programmation | médiathèque | 2026-03-18 14:00-17:00',
    ],
  ],
  [
    'château',
    'txt',
    `Communiqué

Jeudi 19 mars 2026
Château-du-Loir – collège de Bercé – 14h : carnaval des langues
Château-Salins – lycée Untel – 18h : concert
`,
    [
      'Château-du-Loir | – | carnaval des langues | collège de Bercé | 2026-03-19 14:00-',
      'Château-Salins | – | concert | lycée Untel | 2026-03-19 18:00-',
    ],
  ],
  [
    'horaire sous titre gras',
    'md',
    `# Les portes ouvertes des CFA

## Samedi 28 mars 2026

**CFA de la Chambre de métiers**
9h – 17h, entrée libre
Démonstrations de boulangerie.

**CFA du bâtiment**
De 10h à 16h.
Visite des plateaux techniques.
`,
    [
      ' | – | CFA de la Chambre de métiers | – | 2026-03-28 09:00-17:00',
      ' | – | CFA du bâtiment | – | 2026-03-28 10:00-16:00',
    ],
  ],
  [
    'réunion parents',
    'txt',
    `Réunions parents-professeurs

6e : lundi 16 mars, 17h, salle polyvalente
5e : mardi 17 mars, 17h, salle polyvalente
`,
    null,
  ],
  [
    'voyage échange dates',
    'md',
    `# Accueil des correspondants allemands

## Du 16 au 20 mars 2026

### Réception à la mairie
Mardi 17 mars à 11h

### Visite de la cathédrale
Jeudi 19 mars, 14h-16h

### Soirée d’adieu
Jeudi 19 mars à 19h, salle des fêtes
`,
    [
      ' | – | Réception à la mairie | – | 2026-03-17 11:00-',
      ' | – | Visite de la cathédrale | – | 2026-03-19 14:00-16:00',
      ' | – | Soirée d’adieu | salle des fêtes | 2026-03-19 19:00-',
    ],
  ],
  [
    'CVL',
    'txt',
    `Semaine de l’engagement

LUNDI 30 MARS
- Don du sang, infirmerie, 9h-16h
- Collecte alimentaire, hall, toute la journée

MARDI 31 MARS
- Débat mouvant, foyer, 12h30
`,
    [
      ' | – | Don du sang | infirmerie | 2026-03-30 09:00-16:00',
      ' | – | Collecte alimentaire | hall | 2026-03-30',
      ' | – | Débat mouvant | foyer | 2026-03-31 12:30-',
    ],
  ],
  [
    'théâtre dates multiples',
    'md',
    `# Festival de théâtre lycéen

## « Antigone », par les terminales
Dates : jeudi 4 et vendredi 5 juin 2026
Horaire : 20h30
Lieu : Théâtre du Passage

## « Roméo et Juliette », par l’atelier
Dates : samedi 6 juin 2026
Horaire : 15h et 20h30
Lieu : Théâtre du Passage
`,
    [
      ' | – | « Antigone », par les terminales | Théâtre du Passage | 2026-06-04+2026-06-05 20:30-',
      ' | – | « Roméo et Juliette », par l’atelier | Théâtre du Passage | 2026-06-06 15:00-+20:30-',
    ],
  ],
  [
    'invitation',
    'txt',
    `INVITATION PRESSE

Mme la rectrice inaugurera :

le mardi 14 avril à 10h, l’internat d’excellence du lycée Louis-Barthou, à Pau (64) ;
le mardi 14 avril à 15h, le campus connecté de Mourenx (64).

Contact : service communication, 05 00 00 00 35
`,
    null,
  ],
  [
    'mercredis',
    'md',
    `# Les mercredis de l’orientation

### 4 mars 2026
**Métiers de la santé** – amphithéâtre – 14h

### 11 mars 2026
**Métiers du numérique** – salle informatique – 14h
`,
    [
      ' | – | Métiers de la santé | amphithéâtre | 2026-03-04 14:00-',
      ' | – | Métiers du numérique | salle informatique | 2026-03-11 14:00-',
    ],
  ],
  [
    'lycées par ville h3',
    'md',
    `# Portes ouvertes des lycées professionnels

### Bourges

- Lycée Jean-Mermoz : samedi 14 mars, 9h-12h30
- Lycée Vauvert : vendredi 20 mars, 17h-20h

### Vierzon

- Lycée Henri-Brisson : samedi 21 mars, 9h-13h
`,
    [
      'Bourges | – | Lycée Jean-Mermoz | – | 2026-03-14 09:00-12:30',
      'Bourges | – | Lycée Vauvert | – | 2026-03-20 17:00-20:00',
      'Vierzon | – | Lycée Henri-Brisson | – | 2026-03-21 09:00-13:00',
    ],
  ],
  [
    'prose lignes',
    'txt',
    `Communiqué de presse

Le mardi 10 mars 2026 à Tarbes (65), inauguration du plateau technique du lycée Jean-Dupuy.
Le jeudi 12 mars 2026 à Lourdes (65), remise des prix du concours « Non au harcèlement ».
`,
    null,
  ],
  [
    'titre date lieu sur 3 lignes',
    'txt',
    `AGENDA CULTUREL

Concert des chorales
Mardi 19 mai 2026, 19h30
Église Saint-Martin

Vernissage de l’exposition d’arts plastiques
Jeudi 21 mai 2026, 18h
Hall du collège
`,
    [
      ' | – | Concert des chorales | Église Saint-Martin | 2026-05-19 19:30-',
      ' | – | Vernissage de l’exposition d’arts plastiques | Hall du collège | 2026-05-21 18:00-',
    ],
  ],
  [
    'heure - titre deux points',
    'md',
    `**Programme du vendredi 29 mai 2026**

**9h00** Accueil café
**9h30** Discours d’ouverture de la proviseure
**10h00 – 12h00** Ateliers au choix
**14h00** Restitution en amphithéâtre
`,
    [
      ' | – | Accueil café | – | 2026-05-29 09:00-',
      ' | – | Discours d’ouverture de la proviseure | – | 2026-05-29 09:30-',
      ' | – | Ateliers au choix | – | 2026-05-29 10:00-12:00',
      ' | – | Restitution en amphithéâtre | – | 2026-05-29 14:00-',
    ],
  ],
  [
    'liste imbriquée',
    'md',
    `# Semaine des mathématiques

- **Lundi 16 mars**
  - Rallye maths, salle 101, 10h
  - Exposition « Le nombre d’or », CDI
- **Mardi 17 mars**
  - Conférence « Maths et musique », auditorium, 14h
`,
    [
      ' | – | Rallye maths | salle 101 | 2026-03-16 10:00-',
      ' | – | Exposition « Le nombre d’or » | CDI | 2026-03-16',
      ' | – | Conférence « Maths et musique » | auditorium | 2026-03-17 14:00-',
    ],
  ],
  [
    'parenthèses dept',
    'txt',
    `Les forums de l’emploi

Mardi 17 mars 2026
Agen (47) : forum jobs d’été, centre des congrès, de 9h30 à 17h
Mercredi 18 mars 2026
Marmande (47) : forum alternance, salle Damouran, de 14h à 18h
`,
    [
      'Agen | 47 | forum jobs d’été | centre des congrès | 2026-03-17 09:30-17:00',
      'Marmande | 47 | forum alternance | salle Damouran | 2026-03-18 14:00-18:00',
    ],
  ],
  [
    'quand où quoi',
    'md',
    `## Rencontre avec l’auteur
*Quand :* mardi 24 mars à 14h
*Où :* CDI
*Pour qui :* les 4e

## Sortie au musée
*Quand :* jeudi 26 mars, 9h-16h
*Où :* Musée des Confluences
*Pour qui :* les 5e
`,
    [
      ' | – | Rencontre avec l’auteur | CDI | 2026-03-24 14:00-',
      ' | – | Sortie au musée | Musée des Confluences | 2026-03-26 09:00-16:00',
    ],
  ],
  [
    'sans année abrégé',
    'txt',
    `FORUM DES ASSOCIATIONS LYCÉENNES

Lun. 14/09 – 12h30 – Foyer – Stand du CVL
Mar. 15/09 – 12h30 – Foyer – Stand de l’AS
`,
    [' | – | Stand du CVL | Foyer | 2026-09-14 12:30-', ' | – | Stand de l’AS | Foyer | 2026-09-15 12:30-'],
  ],
  [
    'permanence mairie',
    'txt',
    `Portes ouvertes du CIO

Mercredi 11 mars 2026 de 13h30 à 17h
Samedi 14 mars 2026 de 9h à 12h
`,
    [
      ' | – | Portes ouvertes du CIO | – | 2026-03-11 13:30-17:00',
      ' | – | Portes ouvertes du CIO | – | 2026-03-14 09:00-12:00',
    ],
  ],
  [
    'h2 titre avec date',
    'md',
    `# Les temps forts du mois

## Mardi 3 mars : soirée d’information sur l’apprentissage

18h30, amphithéâtre. Ouverte à tous.

## Samedi 14 mars : portes ouvertes

De 9h à 13h, dans tout le lycée.
`,
    [
      ' | – | soirée d’information sur l’apprentissage | amphithéâtre | 2026-03-03 18:30-',
      ' | – | portes ouvertes | – | 2026-03-14 09:00-13:00',
    ],
  ],
  [
    'deux villes même jour',
    'md',
    `**Jeudi 19 mars 2026**

**Maisons-Laffitte (78)** – Salon du livre jeunesse – Château – 10h-18h

**Cour-et-Buis (38)** – Fête du court métrage – Salle des fêtes – 20h
`,
    [
      'Maisons-Laffitte | 78 | Salon du livre jeunesse | Château | 2026-03-19 10:00-18:00',
      'Cour-et-Buis | 38 | Fête du court métrage | Salle des fêtes | 2026-03-19 20:00-',
    ],
  ],
  [
    'hebdo lycée',
    'txt',
    `La semaine du 16 au 20 mars au lycée

Lundi 16 mars : réunion parents-professeurs des secondes, 17h, salles du 1er étage
Mercredi 18 mars : finale du cross, 14h, stade municipal
Vendredi 20 mars : bal de printemps, 19h, réfectoire
`,
    [
      ' | – | réunion parents-professeurs des secondes | salles du 1er étage | 2026-03-16 17:00-',
      ' | – | finale du cross | stade municipal | 2026-03-18 14:00-',
      ' | – | bal de printemps | réfectoire | 2026-03-20 19:00-',
    ],
  ],
  [
    'en colonnes tab',
    'md',
    `| Jour | Horaire | Lieu | Action |
|---|---|---|---|
| Mardi 10 mars | 10h-12h | Gymnase | Initiation aux premiers secours |
| | 14h-16h | CDI | Atelier « Fake news » |
| Jeudi 12 mars | 9h-11h | Amphi | Conférence sur l’espace |
`,
    [
      ' | – | Initiation aux premiers secours | Gymnase | 2026-03-10 10:00-12:00',
      ' | – | Atelier « Fake news » | CDI | 2026-03-10 14:00-16:00',
      ' | – | Conférence sur l’espace | Amphi | 2026-03-12 09:00-11:00',
    ],
  ],
  [
    'contact par événement',
    'md',
    `# Semaine de l’industrie

## Lundi 16 mars 2026

**Visite de l’usine Untel** – 14h – Zone des Prés
Contact : Jean Exemple, 06 00 00 00 41

## Mardi 17 mars 2026

**Atelier drones** – 10h – Lycée Ampère
Référente : Mme Exemple – j.exemple@ac-exemple.fr
`,
    [
      ' | – | Visite de l’usine Untel | Zone des Prés | 2026-03-16 14:00-',
      ' | – | Atelier drones | Lycée Ampère | 2026-03-17 10:00-',
    ],
  ],
  [
    'anglais',
    'md',
    `# International week

## Monday

Tea time, 10am
`,
    null,
  ],
  [
    'remise',
    'txt',
    `Cérémonie républicaine de remise des diplômes du brevet

Date : mercredi 14 octobre 2026
Heure : 18 h
Lieu : salle Jacques-Brel

Merci de confirmer votre présence à Mme Exemple (06 00 00 00 42).
`,
    [' | – | Cérémonie républicaine de remise des diplômes du brevet | salle Jacques-Brel | 2026-10-14 18:00-'],
  ],
  [
    'stages été',
    'txt',
    `Stages de réussite

Du 6 au 10 juillet
Collège Hastignan – maths et français – 9h à 12h

Du 24 au 28 août
Lycée Sud-Médoc – remise à niveau – 9h à 12h
`,
    [
      ' | – | maths et français | Collège Hastignan | 2026-07-06/2026-07-10 09:00-12:00',
      ' | – | remise à niveau | Lycée Sud-Médoc | 2026-08-24/2026-08-28 09:00-12:00',
    ],
  ],
  [
    'toute la quinzaine',
    'md',
    `# Quinzaine du livre du 9 au 20 mars 2026

**Toute la quinzaine**

- Exposition de carnets, hall du lycée

**Jeudi 12 mars**

- Rencontre avec une autrice, CDI, 10h
`,
    [
      ' | – | Exposition de carnets | hall du lycée | 2026-03-09/2026-03-20',
      ' | – | Rencontre avec une autrice | CDI | 2026-03-12 10:00-',
    ],
  ],
  [
    'bus absences',
    'txt',
    `Absences du jeudi 5 mars

M. Exemple : absent toute la journée
Mme Exemple : absente de 10h à 12h
Les cours de 14h en salle 12 sont déplacés en salle 15
`,
    null,
  ],
  [
    'jpo université',
    'md',
    `# Journées portes ouvertes du supérieur

**Samedi 7 mars**
Université de Pau – 9h-17h – campus
IUT de Bayonne – 10h-16h

**Samedi 14 mars**
INSA de Toulouse – 9h-17h
`,
    [
      ' | – | Université de Pau | campus | 2026-03-07 09:00-17:00',
      ' | – | IUT de Bayonne | – | 2026-03-07 10:00-16:00',
      ' | – | INSA de Toulouse | – | 2026-03-14 09:00-17:00',
    ],
  ],
  [
    'dates longues',
    'md',
    `### L’année de la terminale : les dates à retenir

- Du 19 janvier au 12 mars 2026 : formulation des vœux Parcoursup
- Samedi 31 janvier 2026 : portes ouvertes des universités
- Mercredi 1er avril 2026 : date limite de confirmation
`,
    null,
  ],
  [
    'titres avec heure',
    'md',
    `# Soirée des talents – vendredi 22 mai 2026

- 18h30 : ouverture des portes, gymnase
- 19h : spectacle de danse
- 20h : concert du groupe du lycée
`,
    [' | – | Soirée des talents | – | 2026-05-22 18:30-'],
  ],
  [
    'sous-ville gras',
    'md',
    `# Communiqué de presse

## Mardi 17 mars 2026

**Périgueux**

- 10h : visite du lycée Claveille
- 14h : signature de convention à la préfecture

**Bergerac**

- 17h : rencontre des parents au collège Henri-IV
`,
    [
      'Périgueux | – | visite du lycée Claveille | – | 2026-03-17 10:00-',
      'Périgueux | – | signature de convention à la préfecture | – | 2026-03-17 14:00-',
      'Bergerac | – | rencontre des parents au collège Henri-IV | – | 2026-03-17 17:00-',
    ],
  ],
  [
    'club',
    'txt',
    `Club théâtre

Tous les mardis de 13h à 14h, salle 12
`,
    null,
  ],
  [
    'JPO 1 seul',
    'md',
    `# Portes ouvertes

**Date :** samedi 14 mars 2026
**Horaires :** de 9h à 13h
**Lieu :** lycée Ampère
`,
    [' | – | Portes ouvertes | lycée Ampère | 2026-03-14 09:00-13:00'],
  ],
  [
    'numéro public',
    'txt',
    `Atelier CV
Date : mardi 10 mars 2026
Heure : 14h
Lieu : CIO
Inscriptions : 04 00 00 00 43
`,
    [' | – | Atelier CV | CIO | 2026-03-10 14:00-'],
  ],
  [
    'virgules ville',
    'txt',
    `Les conférences de la rectrice

Mardi 10 mars, Aurillac, lycée Émile-Duclaux, 14h : l’école inclusive
Jeudi 12 mars, Moulins, lycée Banville, 10h : l’intelligence artificielle
`,
    [
      'Aurillac | – | l’école inclusive | lycée Émile-Duclaux | 2026-03-10 14:00-',
      'Moulins | – | l’intelligence artificielle | lycée Banville | 2026-03-12 10:00-',
    ],
  ],
  [
    'points de suspension',
    'md',
    `## Vendredi 20 mars 2026 – Journée de la francophonie

- Dictée géante… à l’amphi, 10h
- Slam et poésie, foyer, 13h
- Dîner francophone, self, 18h30
`,
    [
      ' | – | Dictée géante… à l’amphi | – | 2026-03-20 10:00-',
      ' | – | Slam et poésie | foyer | 2026-03-20 13:00-',
      ' | – | Dîner francophone | self | 2026-03-20 18:30-',
    ],
  ],
  [
    'fiches sans titre de niveau',
    'txt',
    `JOURNÉE PORTES OUVERTES DU CFA
Date : samedi 21 mars 2026
Horaires : 9h-16h
Lieu : CFA de l’Artisanat, Mende

MERCREDI DE L’APPRENTISSAGE
Date : mercredi 25 mars 2026
Horaires : 13h30-17h
Lieu : CFA de l’Artisanat, Mende

Contact : Julie Exemple – 06 00 00 00 51 – julie.exemple@cfa-exemple.fr
`,
    [
      ' | – | JOURNÉE PORTES OUVERTES DU CFA | CFA de l’Artisanat, Mende | 2026-03-21 09:00-16:00',
      ' | – | MERCREDI DE L’APPRENTISSAGE | CFA de l’Artisanat, Mende | 2026-03-25 13:30-17:00',
    ],
  ],
  [
    'gras date et lignes',
    'md',
    `**Lundi 9 mars**
À Limoges, de 9h à 12h : découverte des métiers du cuir au lycée Le Mas-Jambost
À Saint-Junien, 14h : visite de la ganterie

**Mardi 10 mars**
À Brive-la-Gaillarde, 10h : forum de l’alternance (salle du Pont)
`,
    [
      'Limoges | – | découverte des métiers du cuir au lycée Le Mas-Jambost | – | 2026-03-09 09:00-12:00',
      'Saint-Junien | – | visite de la ganterie | – | 2026-03-09 14:00-',
      'Brive-la-Gaillarde | – | forum de l’alternance | salle du Pont | 2026-03-10 10:00-',
    ],
  ],
  [
    'toute la semaine 2',
    'txt',
    `SEMAINE BLEUE
Du 5 au 9 octobre 2026

Tout au long de la semaine : exposition « Nos aînés », hall de la mairie
Mercredi 7 octobre : atelier numérique, EHPAD Les Tilleuls, 14h
Vendredi 9 octobre : bal intergénérationnel, salle des fêtes, 15h-18h
`,
    [
      ' | – | exposition « Nos aînés » | hall de la mairie | 2026-10-05/2026-10-09',
      ' | – | atelier numérique | EHPAD Les Tilleuls | 2026-10-07 14:00-',
      ' | – | bal intergénérationnel | salle des fêtes | 2026-10-09 15:00-18:00',
    ],
  ],
  [
    'lieu heures ville : titre',
    'txt',
    `Communiqué de presse – 2 mars 2026

Mercredi 11 mars

Lycée Bayen – 14h-17h – CHÂLONS : portes ouvertes du plateau technique
Collège Perrot-d’Ablancourt – 18h – CHÂLONS : remise des prix du concours de plaidoiries

Vendredi 13 mars

CIO – 9h-12h – SEDAN : ateliers d’orientation
`,
    [
      'CHÂLONS | – | portes ouvertes du plateau technique | Lycée Bayen | 2026-03-11 14:00-17:00',
      'CHÂLONS | – | remise des prix du concours de plaidoiries | Collège Perrot-d’Ablancourt | 2026-03-11 18:00-',
      'SEDAN | – | ateliers d’orientation | CIO | 2026-03-13 09:00-12:00',
    ],
  ],
  [
    'titre - VILLE (lieu)',
    'md',
    `# Les Rencontres de l’égalité

## Mercredi 4 mars 2026

- Théâtre-forum – Saint-Brieuc (lycée Renan) – 10h
- Table ronde – Guingamp (médiathèque) – 18h30
`,
    [
      'Saint-Brieuc | – | Théâtre-forum | lycée Renan | 2026-03-04 10:00-',
      'Guingamp | – | Table ronde | médiathèque | 2026-03-04 18:30-',
    ],
  ],
  [
    'sous dates, description longue',
    'md',
    `# Fête des langues

## Mardi 5 mai 2026

### Concert des sections européennes

Les élèves interprètent des chansons en cinq langues. Entrée libre.

### Petit marché du monde

De 12h à 14h, sous le préau. Dégustations offertes par les familles.

## Jeudi 7 mai 2026

### Ciné-débat « Billy Elliot »

18h, salle polyvalente.
`,
    [
      ' | – | Concert des sections européennes | – | 2026-05-05',
      ' | – | Petit marché du monde | – | 2026-05-05 12:00-14:00',
      ' | – | Ciné-débat « Billy Elliot » | salle polyvalente | 2026-05-07 18:00-',
    ],
  ],
  [
    'deux colonnes',
    'md',
    `| Horaire | Animation |
|---|---|
| 9h00 | Accueil des familles |
| 10h00 | Conférence « Bien choisir sa seconde » |
| 11h00 | Visite guidée |

Samedi 14 mars 2026, lycée Ampère
`,
    null,
  ],
  [
    'contact avant',
    'txt',
    `Contact presse : Marc Exemple – 06 00 00 00 52
Communiqué de presse
Dijon, le 2 mars 2026

Forum de l’orientation
Jeudi 12 mars 2026, 9h-17h
Parc des expositions

Nuit de l’orientation
Vendredi 13 mars 2026, 17h-22h
Cité de la gastronomie
`,
    [
      ' | – | Forum de l’orientation | Parc des expositions | 2026-03-12 09:00-17:00',
      ' | – | Nuit de l’orientation | Cité de la gastronomie | 2026-03-13 17:00-22:00',
    ],
  ],
  [
    'annulé',
    'md',
    `## Jeudi 12 mars 2026

- Atelier CV, CDI, 13h : annulé
- Forum des métiers, gymnase, 14h-17h
`,
    [
      ' | – | Atelier CV | CDI | 2026-03-12 13:00- | annulé',
      ' | – | Forum des métiers | gymnase | 2026-03-12 14:00-17:00',
    ],
  ],
  [
    'villes château',
    'md',
    `# Communiqué

## Samedi 14 mars 2026

- Château-Arnoux : portes ouvertes du lycée, 9h-12h
- Palaiseau : forum, lycée Camille-Claudel, 10h-17h
- Maisons-Laffitte : salon du livre, château, 10h-18h
- Salles-sur-l’Hers : fête du collège, 14h
`,
    [
      'Château-Arnoux | – | portes ouvertes du lycée | – | 2026-03-14 09:00-12:00',
      'Palaiseau | – | forum | lycée Camille-Claudel | 2026-03-14 10:00-17:00',
      'Maisons-Laffitte | – | salon du livre | château | 2026-03-14 10:00-18:00',
      'Salles-sur-l’Hers | – | fête du collège | – | 2026-03-14 14:00-',
    ],
  ],
  [
    'horaires multiples',
    'md',
    `### Spectacle « Les Misérables »
Date : samedi 6 juin 2026
Horaires : 15h et 20h30
Lieu : Théâtre municipal
Tarif : 3 €

### Audition des CHAM
Date : mardi 9 juin 2026
Horaires : 18h30
Lieu : Auditorium du conservatoire
`,
    [
      ' | – | Spectacle « Les Misérables » | Théâtre municipal | 2026-06-06 15:00-+20:30-',
      ' | – | Audition des CHAM | Auditorium du conservatoire | 2026-06-09 18:30-',
    ],
  ],
  [
    'lettre non',
    'txt',
    `Collège Jean-Moulin
Le 3 mars 2026
Objet : sortie scolaire

Madame, Monsieur,
La classe de 5eB se rendra au musée le jeudi 12 mars 2026 de 9h à 16h.
Merci de prévoir un pique-nique.
Mme Exemple, 06 00 00 00 53
`,
    null,
  ],
  [
    'résultats non',
    'txt',
    `Résultats du concours Kangourou

1er : Lucas, 6eA
2e : Manon, 6eC

Remise des prix jeudi 12 mars à 17h au CDI.
`,
    null,
  ],
  [
    'planning révisions',
    'md',
    `# Vacances d’avril : stages de réussite

## Semaine 1

- Du 13 au 17 avril 2026, 9h-12h : mathématiques, salle 12
- Du 13 au 17 avril 2026, 14h-17h : français, salle 14

## Semaine 2

- Du 20 au 24 avril 2026, 9h-12h : anglais, salle 12
`,
    [
      ' | – | mathématiques | salle 12 | 2026-04-13/2026-04-17 09:00-12:00',
      ' | – | français | salle 14 | 2026-04-13/2026-04-17 14:00-17:00',
      ' | – | anglais | salle 12 | 2026-04-20/2026-04-24 09:00-12:00',
    ],
  ],
  [
    'dep sans liste',
    'md',
    `# Communiqué de presse

## Dans le Cantal

**Aurillac – Lycée Monnet-Mermoz** – mardi 10 mars, 14h : lancement du campus
**Saint-Flour – Lycée Saint-Vincent** – jeudi 12 mars, 10h : remise du label

## Dans la Haute-Loire

**Le Puy-en-Velay – Lycée Simone-Weil** – vendredi 13 mars, 9h : forum
`,
    [
      'Aurillac | 15 | lancement du campus | Lycée Monnet-Mermoz | 2026-03-10 14:00-',
      'Saint-Flour | 15 | remise du label | Lycée Saint-Vincent | 2026-03-12 10:00-',
      'Le Puy-en-Velay | 43 | forum | Lycée Simone-Weil | 2026-03-13 09:00-',
    ],
  ],
  [
    'date dans puce gras',
    'md',
    `# Ça se passe au lycée !

* **Jeudi 5 mars à 18h30** : réunion d’information Erasmus+, amphi
* **Samedi 7 mars de 9h à 12h** : portes ouvertes
* **Mardi 10 mars à 20h** : concert à la MJC
`,
    [
      ' | – | réunion d’information Erasmus+ | amphi | 2026-03-05 18:30-',
      ' | – | portes ouvertes | – | 2026-03-07 09:00-12:00',
      ' | – | concert à la MJC | – | 2026-03-10 20:00-',
    ],
  ],
  [
    'texte + liste',
    'md',
    `Dans le cadre de la semaine du cerveau (du 16 au 22 mars 2026), le lycée propose :

- mardi 17 mars, 13h, CDI : « Apprendre à apprendre », avec une chercheuse
- jeudi 19 mars, 18h, amphithéâtre : conférence « Sommeil et mémoire »

Exposition toute la semaine dans le hall.
`,
    [
      ' | – | « Apprendre à apprendre », avec une chercheuse | CDI | 2026-03-17 13:00-',
      ' | – | conférence « Sommeil et mémoire » | amphithéâtre | 2026-03-19 18:00-',
    ],
  ],
  [
    'cérémonie ordre',
    'txt',
    `Cérémonie du 11 novembre 2026

10h30 : rassemblement devant la mairie
10h45 : défilé
11h : dépôt de gerbes au monument aux morts
11h30 : vin d’honneur, salle des fêtes
`,
    [' | – | Cérémonie du 11 novembre 2026 | – | 2026-11-11 10:30-'],
  ],
  [
    'carnaval',
    'txt',
    `Carnaval du collège
Vendredi 13 mars 2026

13h30 : maquillage, salle d’arts plastiques
14h30 : défilé dans la cour
15h30 : goûter offert par le FSE
`,
    [
      ' | – | maquillage | salle d’arts plastiques | 2026-03-13 13:30-',
      ' | – | défilé dans la cour | – | 2026-03-13 14:30-',
      ' | – | goûter offert par le FSE | – | 2026-03-13 15:30-',
    ],
  ],
  [
    'forum stands',
    'md',
    `# Forum des lycées 2026

**Date :** jeudi 5 février 2026
**Lieu :** collège Les Bruyères, gymnase
**Horaires :** 17h – 20h

Les lycées du secteur présentent leurs formations.

Contact : Mme Exemple, principale adjointe – 01 00 00 00 61
`,
    [' | – | Forum des lycées 2026 | collège Les Bruyères, gymnase | 2026-02-05 17:00-20:00'],
  ],
  [
    'jours sans dates non',
    'txt',
    `Activités du midi

Lundi : échecs, salle 3
Mardi : chorale, salle de musique
Jeudi : théâtre, foyer
`,
    null,
  ],
  [
    'lundi dates',
    'txt',
    `Printemps du théâtre

Lun 16 mars 14h « Cyrano » (classes de 4e) théâtre de l’Olivier
Jeu 19 mars 20h « L’Avare » (tout public) théâtre de l’Olivier
`,
    [
      ' | – | « Cyrano » (classes de 4e) théâtre de l’Olivier | – | 2026-03-16 14:00-',
      ' | – | « L’Avare » (tout public) théâtre de l’Olivier | – | 2026-03-19 20:00-',
    ],
  ],
  [
    'concours',
    'txt',
    `CONCOURS D’ÉLOQUENCE

Sélections
Mardi 10 mars 2026 à 14h
Salle 204

Finale
Jeudi 9 avril 2026 à 18h
Auditorium
`,
    [' | – | Sélections | Salle 204 | 2026-03-10 14:00-', ' | – | Finale | Auditorium | 2026-04-09 18:00-'],
  ],
  [
    'réunion publique',
    'md',
    `## Réunions d’information sur le lycée

| Ville | Date | Heure | Lieu |
|---|---|---|---|
| Issoire | 10/03/2026 | 18h | Collège Les Prés |
| Ambert | 12/03/2026 | 18h30 | Collège Jules-Romains |
`,
    [
      'Issoire | – | Réunions d’information sur le lycée | Collège Les Prés | 2026-03-10 18:00-',
      'Ambert | – | Réunions d’information sur le lycée | Collège Jules-Romains | 2026-03-12 18:30-',
    ],
  ],
  [
    'semaine olympique',
    'md',
    `# Semaine olympique et paralympique (30 mars – 3 avril 2026)

**Lundi 30 mars**
14h – Initiation au basket fauteuil – gymnase

**Vendredi 3 avril**
10h – Relais géant – stade
12h30 – Pique-nique républicain – cour

**Toute la semaine**
Exposition « Histoire des Jeux » – CDI
`,
    [
      ' | – | Initiation au basket fauteuil | gymnase | 2026-03-30 14:00-',
      ' | – | Relais géant | stade | 2026-04-03 10:00-',
      ' | – | Pique-nique républicain | cour | 2026-04-03 12:30-',
      ' | – | Exposition « Histoire des Jeux » | CDI | 2026-03-30/2026-04-03',
    ],
  ],
  [
    'remise bulletins',
    'txt',
    `Remise des bulletins du 2e trimestre

6e et 5e : mardi 17 mars de 17h à 19h
4e et 3e : jeudi 19 mars de 17h à 19h
`,
    null,
  ],
  [
    'soirée pyjama',
    'md',
    `# Nuit de la lecture

Vendredi 23 janvier 2026 de 19h à 22h
Médiathèque du lycée

- 19h : lecture à voix haute par les premières
- 20h : contes, avec la conteuse invitée
- 21h : buffet partagé
`,
    [' | – | Nuit de la lecture | Médiathèque du lycée | 2026-01-23 19:00-22:00'],
  ],
  [
    'ville tiret lieu',
    'txt',
    `Communiqué de presse

Les ateliers du CIO

Lundi 9 mars
Rodez, CIO, 9h-12h : préparer Parcoursup
Millau, lycée Jean-Vigo, 14h-16h : préparer Parcoursup

Mardi 10 mars
Decazeville, collège Cabrol, 10h : découvrir l’apprentissage
`,
    [
      'Rodez | – | préparer Parcoursup | CIO | 2026-03-09 09:00-12:00',
      'Millau | – | préparer Parcoursup | lycée Jean-Vigo | 2026-03-09 14:00-16:00',
      'Decazeville | – | découvrir l’apprentissage | collège Cabrol | 2026-03-10 10:00-',
    ],
  ],
  [
    'tableau vertical',
    'md',
    `| Titre | Portes ouvertes de l’ULIS |
|---|---|
| Date | mardi 24 mars 2026 |
| Heure | 9h-11h |
| Lieu | salle 8 |
`,
    [' | – | Portes ouvertes de l’ULIS | salle 8 | 2026-03-24 09:00-11:00'],
  ],
  [
    'invitation',
    'txt',
    `INVITATION

Vernissage de l’exposition « Portraits »
le jeudi 12 mars 2026 à 18h
à la galerie du lycée

RSVP : c.exemple@ac-exemple.fr
`,
    null,
  ],
  [
    'formation adultes',
    'md',
    `## GRETA : réunions d’information

- CAP Petite enfance : lundi 9 mars à 14h, Mâcon
- Secrétariat médical : mardi 10 mars à 9h30, Chalon-sur-Saône
- Renseignements : 03 00 00 00 65
`,
    [
      'Mâcon | – | CAP Petite enfance | – | 2026-03-09 14:00-',
      'Chalon-sur-Saône | – | Secrétariat médical | – | 2026-03-10 09:30-',
    ],
  ],
  [
    'départements en titres',
    'md',
    `# Communiqué de presse

Lille, le 9 mars 2026

## Portes ouvertes des lycées agricoles

### Département de la Somme

- Abbeville : lycée de la Baie-de-Somme, vendredi 20 mars de 17h à 20h
- Péronne : lycée Mont-Blanc, samedi 21 mars de 9h à 13h

### Département du Nord

- Bourbourg : lycée des Flandres, samedi 28 mars de 9h à 17h

Contact presse : 03 00 00 00 71
`,
    [
      'Abbeville | 80 | lycée de la Baie-de-Somme | – | 2026-03-20 17:00-20:00',
      'Péronne | 80 | lycée Mont-Blanc | – | 2026-03-21 09:00-13:00',
      'Bourbourg | 59 | lycée des Flandres | – | 2026-03-28 09:00-17:00',
    ],
  ],
  [
    'villes en capitales, dans tous les ordres',
    'txt',
    `COMMUNIQUÉ DE PRESSE

MARDI 17 MARS

ROUEN – CIO – 14h-17h : portes ouvertes
LE HAVRE – Lycée Claude-Monet – de 9h à 11h30 : ateliers CV
DIEPPE – 18h – Lycée Jehan-Ango : réunion des parents de 3e

MERCREDI 18 MARS

ELBEUF – visite du campus – IUT – 10h
`,
    [
      'ROUEN | – | portes ouvertes | CIO | 2026-03-17 14:00-17:00',
      'LE HAVRE | – | ateliers CV | Lycée Claude-Monet | 2026-03-17 09:00-11:30',
      'DIEPPE | – | réunion des parents de 3e | Lycée Jehan-Ango | 2026-03-17 18:00-',
      'ELBEUF | – | visite du campus | IUT | 2026-03-18 10:00-',
    ],
  ],
  [
    'heures sous le titre',
    'txt',
    `Communiqué de presse

Mardi 10 mars 2026

Arras (62) – Portes ouvertes – CIO

De 9h à 12h et de 14h à 17h, entrée libre.

Lens (62) – Conférence – Lycée Condorcet

À 18h, salle polyvalente.

Béthune (62) – Atelier – CIO

10h-12h. Sur inscription.
`,
    [
      'Arras | 62 | Portes ouvertes | CIO | 2026-03-10 09:00-12:00+14:00-17:00',
      'Lens | 62 | Conférence | Lycée Condorcet | 2026-03-10 18:00-',
      'Béthune | 62 | Atelier | CIO | 2026-03-10 10:00-12:00',
    ],
  ],
  [
    'quand, où, pour qui',
    'md',
    `# Les rendez-vous du mois

## Rencontre avec des anciens élèves
Quand : mardi 10 mars 2026
À quelle heure : 14h-16h
Où : amphithéâtre
Pour qui : terminales

## Soirée d’orientation
Quand : jeudi 12 mars 2026
À quelle heure : 18h
Où : réfectoire
Pour qui : familles

Référente : Mme Exemple (06 00 00 00 72)
`,
    [
      ' | – | Rencontre avec des anciens élèves | amphithéâtre | 2026-03-10 14:00-16:00',
      ' | – | Soirée d’orientation | réfectoire | 2026-03-12 18:00-',
    ],
  ],
  [
    'pendant toute la semaine',
    'md',
    `## Semaine du 9 au 13 mars 2026

### Pendant toute la semaine

- Exposition « Femmes de science », CDI

### Jeudi 12 mars

- Conférence, amphithéâtre, 14h
`,
    [
      ' | – | Exposition « Femmes de science » | CDI | 2026-03-09/2026-03-13',
      ' | – | Conférence | amphithéâtre | 2026-03-12 14:00-',
    ],
  ],
  [
    'lignes sous une date et toute la semaine',
    'txt',
    `Programme de la Semaine de la presse

Du 23 au 28 mars 2026

Lundi 23 mars
Atelier « Fake news » – CDI – 10h
Rencontre avec une journaliste – Salle 12 – 14h à 15h30

Vendredi 27 mars
Émission en direct – Studio radio – 11h

Toute la semaine
Exposition de Unes – Hall
`,
    [
      ' | – | Atelier « Fake news » | CDI | 2026-03-23 10:00-',
      ' | – | Rencontre avec une journaliste | Salle 12 | 2026-03-23 14:00-15:30',
      ' | – | Émission en direct | Studio radio | 2026-03-27 11:00-',
      ' | – | Exposition de Unes | Hall | 2026-03-23/2026-03-28',
    ],
  ],
  [
    'collèges et leurs heures',
    'md',
    `# Portes ouvertes des collèges

## Vendredi 13 mars 2026

- Laon (02) – Collège Charlemagne : 17h-19h
- Tergnier (02) – Collège Joliot-Curie : à partir de 16h30

## Samedi 14 mars 2026

- Chauny (02) – Collège Jacques-Cartier : de 9 h à 11 h 30
`,
    [
      'Laon | 02 | Collège Charlemagne | – | 2026-03-13 17:00-19:00',
      'Tergnier | 02 | Collège Joliot-Curie | – | 2026-03-13 16:30-',
      'Chauny | 02 | Collège Jacques-Cartier | – | 2026-03-14 09:00-11:30',
    ],
  ],
  [
    'puces à Ville',
    'md',
    `# La Quinzaine de l’école inclusive

Du 16 au 27 mars 2026, les établissements se mobilisent.

**Mardi 17 mars**

- A Compiègne, de 14h à 16h : table ronde au lycée Pierre-d’Ailly
- À Noyon, 10h : parcours sensoriel au collège Paul-Éluard

**Toute la quinzaine**

- À Clermont : exposition « Tous différents » à la médiathèque

Contact : M. Exemple, 06 00 00 00 73
`,
    [
      'Compiègne | – | table ronde au lycée Pierre-d’Ailly | – | 2026-03-17 14:00-16:00',
      'Noyon | – | parcours sensoriel au collège Paul-Éluard | – | 2026-03-17 10:00-',
      'Clermont | – | exposition « Tous différents » à la médiathèque | – | 2026-03-16/2026-03-27',
    ],
  ],
  [
    'fiches numérotées',
    'txt',
    `Fiche événement n° 1
Titre : Forum des formations
Date : jeudi 19 mars 2026
Horaires : de 9h à 16h
Lieu : Halle des sports, Saint-Quentin
Contact : Claire Exemple, claire.exemple@ac-exemple.fr

Fiche événement n° 2
Titre : Remise des prix « Écrire le travail »
Date : mardi 24 mars 2026
Horaires : 15h
Lieu : Rectorat
Contact : idem
`,
    [
      ' | – | Forum des formations | Halle des sports, Saint-Quentin | 2026-03-19 09:00-16:00',
      ' | – | Remise des prix « Écrire le travail » | Rectorat | 2026-03-24 15:00-',
    ],
  ],
  [
    'titres en gras et heures dessous',
    'md',
    `# Communiqué

## Mercredi 11 mars 2026

**Château-Gontier (53) – Salon de l’apprentissage – Salle Athanor**
De 14h à 18h

**La Flèche (72) – Atelier « Mon CV en anglais » – Lycée d’Estournelles**
9h30 – 11h30, sur inscription
`,
    [
      'Château-Gontier | 53 | Salon de l’apprentissage | Salle Athanor | 2026-03-11 14:00-18:00',
      'La Flèche | 72 | Atelier « Mon CV en anglais » | Lycée d’Estournelles | 2026-03-11 09:30-11:30',
    ],
  ],
  [
    'heures, titre, salle',
    'txt',
    `Semaine des arts

Jeudi 26 mars 2026
14h – Vernissage – Galerie du lycée
16h – Concert – Auditorium
18h – Pièce de théâtre – Salle Molière

Vendredi 27 mars 2026
10h – Performance – Cour
`,
    [
      ' | – | Vernissage | Galerie du lycée | 2026-03-26 14:00-',
      ' | – | Concert | Auditorium | 2026-03-26 16:00-',
      ' | – | Pièce de théâtre | Salle Molière | 2026-03-26 18:00-',
      ' | – | Performance | Cour | 2026-03-27 10:00-',
    ],
  ],
  [
    'titres sous leurs champs',
    'md',
    `# Cérémonies

**Date :** vendredi 3 juillet 2026 – **Heure :** 18h – **Lieu :** cour d’honneur
Remise des diplômes du brevet

**Date :** samedi 4 juillet 2026 – **Heure :** 10h – **Lieu :** gymnase
Fête du collège
`,
    [
      ' | – | Remise des diplômes du brevet | cour d’honneur | 2026-07-03 18:00-',
      ' | – | Fête du collège | gymnase | 2026-07-04 10:00-',
    ],
  ],
  [
    'remarques derrière les dates',
    'md',
    `# Agenda

- 5 mai – 17h – Conseil de classe – salle 12
- 6 mai (matin) – Oral blanc
- 7 mai (complet) – Visite du musée
- 12 mai (sauf 3e) – Cross
- 13 mai (annulé) – Bal
- 26 mai (reporté au 28 mai) – Sortie à vélo
`,
    [
      ' | – | Conseil de classe | salle 12 | 2026-05-05 17:00-',
      ' | – | Oral blanc | – | 2026-05-06 -12:00',
      ' | – | Visite du musée (complet) | – | 2026-05-07',
      ' | – | Cross (sauf 3e) | – | 2026-05-12',
      ' | – | Bal | – | 2026-05-13 | annulé',
      ' | – | Sortie à vélo | – | 2026-05-26 | reporté au jeudi 28 mai',
    ],
  ],
  [
    'dates qui finissent ou qui sont vagues',
    'txt',
    `Dates à retenir :
- 5 mai : réunion
- avant le 15 mai : rendre les fiches
- jusqu’au 22 mai : inscriptions
- fin mai : remise des manuels
`,
    [
      ' | – | réunion | – | 2026-05-05',
      ' | – | rendre les fiches | – | null/2026-05-14',
      ' | – | inscriptions | – | null/2026-05-22',
      ' | – | remise des manuels | – | 2026-05-21/2026-05-31',
    ],
  ],
  [
    'guillemets de répétition sous une date',
    'md',
    `| Date | Horaire | Quoi | Salle |
|---|---|---|---|
| mardi 5 mai | 14h | Atelier CV | 12 |
| " | 15h | Atelier lettre | 12 |
| jeudi 7 mai | 9h-10h | Bilan | CDI |
`,
    [
      ' | – | Atelier CV | 12 | 2026-05-05 14:00-',
      ' | – | Atelier lettre | 12 | 2026-05-05 15:00-',
      ' | – | Bilan | CDI | 2026-05-07 09:00-10:00',
    ],
  ],
  [
    'jour annulé au-dessus de ses ateliers',
    'md',
    `# Programme

## Jeudi 7 mai

- Creil (60) - Forum - CIO

## Vendredi 22 mai (annulé)

- Beauvais (60) - Atelier - CIO
`,
    ['Creil | 60 | Forum | CIO | 2026-05-07', 'Beauvais | 60 | Atelier | CIO | 2026-05-22 | annulé'],
  ],
  [
    'toute la semaine sur sa ligne, avant les jours',
    'md',
    `# Semaine du 11 au 15 mai

**Toute la semaine** : exposition « Migrations » au CDI

**Mardi 12 mai**
- 10h : intervention d’un auteur
- 14h : conseil de classe
`,
    [
      ' | – | exposition « Migrations » au CDI | – | 2026-05-11/2026-05-15',
      ' | – | intervention d’un auteur | – | 2026-05-12 10:00-',
      ' | – | conseil de classe | – | 2026-05-12 14:00-',
    ],
  ],
  [
    'plusieurs jours sans leur mois',
    'md',
    `# Infos de la semaine du 11 au 16 mai

- Lundi 11 : réunion des parents de 6e à 18h
- Du lundi 11 au mercredi 13 : stage
- Jeudi 14 et vendredi 15 : pas de cours
- Samedi 16 : JPO 9h-12h
`,
    [
      ' | – | réunion des parents de 6e | – | 2026-05-11 18:00-',
      ' | – | stage | – | 2026-05-11/2026-05-13',
      ' | – | pas de cours | – | 2026-05-14+2026-05-15',
      ' | – | JPO | – | 2026-05-16 09:00-12:00',
    ],
  ],
  [
    'annulé ou reporté, en tête, au milieu ou au bout de la ligne',
    'md',
    `## Mardi 5 mai 2026

- Amiens (80) - Forum des métiers - CIO - annulé
- ANNULÉ – Amiens (80) – Concert – Mairie – 14h
- 16h : Atelier CV (reporté au 12 mai), CDI
- 17h – reporté au 21 mai – Béthune : signature d’une convention

## Jeudi 7 mai : annulé

- Sortie à Laon, 10h

## Vendredi 8 mai

Annulé : Tournoi d’échecs à Roye, 14h
Reporté au 12 mai : Concert de la chorale, Ham, 18h
`,
    [
      'Amiens | 80 | Forum des métiers | CIO | 2026-05-05 | annulé',
      'Amiens | 80 | Concert | Mairie | 2026-05-05 14:00- | annulé',
      ' | – | Atelier CV | CDI | 2026-05-05 16:00- | reporté au mardi 12 mai',
      'Béthune | – | signature d’une convention | – | 2026-05-05 17:00- | reporté au jeudi 21 mai',
      'Laon | – | Sortie | – | 2026-05-07 10:00- | annulé',
      'Roye | – | Tournoi d’échecs | – | 2026-05-08 14:00- | annulé',
      ' | – | Concert de la chorale | Ham | 2026-05-08 18:00- | reporté au mardi 12 mai',
    ],
  ],
  [
    'puces sous un jour, puis un paragraphe pour chaque jour',
    'md',
    `COMMUNIQUÉ DE PRESSE

Du 4 au 7 mai 2026, le centre d’information organise quatre rencontres.

Lundi 4 mai :
- 9 h 30 : accueil café des familles, collège Jules-Michelet, Beauvais
- 14h à 16h30 : atelier « Mon premier CV », médiathèque du quartier, Beauvais

Mardi 5 mai, de 10 h à 12 h, au lycée Paul-Langevin (Noyon) : forum des métiers, en présence des élèves.

Mercredi 6 mai – Compiègne, salle des fêtes – 18h30 : conférence « Dormir pour apprendre ». L’entrée est libre.

Jeudi 7 mai (toute la journée) : portes ouvertes au lycée Mireille-Grenet, Compiègne.
`,
    [
      'Beauvais | – | accueil café des familles | collège Jules-Michelet | 2026-05-04 09:30-',
      'Beauvais | – | atelier « Mon premier CV » | médiathèque du quartier | 2026-05-04 14:00-16:30',
      'Noyon | – | forum des métiers, en présence des élèves | au lycée Paul-Langevin | 2026-05-05 10:00-12:00',
      'Compiègne | – | conférence « Dormir pour apprendre » | salle des fêtes | 2026-05-06 18:30-',
      'Compiègne | – | portes ouvertes au lycée Mireille-Grenet | – | 2026-05-07',
    ],
  ],
  [
    'lignes sans signes entre la date, les heures et le titre',
    'txt',
    `Agenda

04/05 14h00 Réunion d’équipe (salle 12)
05/05 09h00-12h00 Forum des formations (gymnase)
06/05 journée Sortie à Laon
07/05 18h-20h30 Soirée jeux (foyer) – sur inscription
`,
    [
      ' | – | Réunion d’équipe | salle 12 | 2026-05-04 14:00-',
      ' | – | Forum des formations | gymnase | 2026-05-05 09:00-12:00',
      'Laon | – | Sortie | – | 2026-05-06',
      ' | – | Soirée jeux – sur inscription | foyer | 2026-05-07 18:00-20:30',
    ],
  ],
  [
    'établissement seul sur sa ligne, au-dessus d’un seul événement',
    'md',
    `Mercredi 6 mai
Péronne
Lycée Pierre-Mendès-France
8h30-12h30 : Journée d’intégration

Jeudi 7 mai
Amiens
Collège Édouard-Lucas
10h : Rallye lecture
14h : Spectacle « Le fil »
`,
    [
      'Péronne | – | Journée d’intégration | Lycée Pierre-Mendès-France | 2026-05-06 08:30-12:30',
      'Amiens | – | Rallye lecture | Collège Édouard-Lucas | 2026-05-07 10:00-',
      'Amiens | – | Spectacle « Le fil » | Collège Édouard-Lucas | 2026-05-07 14:00-',
    ],
  ],
  [
    'période en première ligne, qui est elle-même un événement',
    'txt',
    `Du 4 au 7 mai – Exposition « Visages » – Médiathèque, Creil
Mardi 5 mai – Vernissage à 18h30 – Médiathèque, Creil
Mercredi 6 – Atelier enfants 14h-16h – Médiathèque, Creil
`,
    [
      'Creil | – | Exposition « Visages » | Médiathèque | 2026-05-04/2026-05-07',
      'Creil | – | Vernissage | Médiathèque | 2026-05-05 18:30-',
      'Creil | – | Atelier enfants | Médiathèque | 2026-05-06 14:00-16:00',
    ],
  ],
  [
    'ligne barrée, et remarque derrière les heures',
    'md',
    `# Agenda du collège

- Mardi 5 mai : conseil pédagogique, salle 3, 14h
- ~~Mercredi 6 mai, 10h : cross du collège, stade~~
- Vendredi 8 mai : concert, 18h (sous réserve)
`,
    [
      ' | – | conseil pédagogique | salle 3 | 2026-05-05 14:00-',
      ' | – | cross du collège | stade | 2026-05-06 10:00- | annulé',
      ' | – | concert (sous réserve) | – | 2026-05-08 18:00-',
    ],
  ],
  [
    'lignes dont le titre est un mot de dates',
    'md',
    `# Agenda

- mardi 5 mai 14h : forum
- jeudi 14 mai : férié
- vendredi 15 mai : vacances
- vendredi 3 juillet : dernier jour
`,
    [
      ' | – | forum | – | 2026-05-05 14:00-',
      ' | – | férié | – | 2026-05-14',
      ' | – | vacances | – | 2026-05-15',
      ' | – | dernier jour | – | 2026-07-03',
    ],
  ],
  [
    'fiches « Le, De, À », et début et fin',
    'txt',
    `Journée portes ouvertes
Le : samedi 9 mai 2026
De : 9h
À : 12h30
Lieu : lycée Marie-Curie

Réunion des délégués
Date : jeudi 21 mai 2026
Heure de début : 17h30
Heure de fin : 19h
Salle : 204
`,
    [
      ' | – | Journée portes ouvertes | lycée Marie-Curie | 2026-05-09 09:00-12:30',
      ' | – | Réunion des délégués | Salle 204 | 2026-05-21 17:30-19:00',
    ],
  ],
  [
    'fiche « Date et heure »',
    'md',
    `# Conseil d’administration
Date et heure : mardi 12 mai 2026 à 18h
Lieu : CDI
`,
    [' | – | Conseil d’administration | CDI | 2026-05-12 18:00-'],
  ],
  [
    'fiche dont la date dit les heures, avec une date limite qui n’est pas la sienne',
    'md',
    `# Concours d’éloquence
Date : jeudi 21 mai, 14h
Inscriptions avant le 12 mai
`,
    [' | – | Concours d’éloquence | – | 2026-05-21 14:00-'],
  ],
  [
    'mots barrés d’une ligne, ligne barrée d’un paragraphe',
    'md',
    `# Agenda
mardi 5 mai : forum ~~14h~~ 15h
~~jeudi 7 mai : sortie~~
lundi 11 mai 9h : réunion ~~salle 12~~ salle 14
mercredi 13 mai : cross (annulé en raison de la météo)
`,
    [
      ' | – | forum | – | 2026-05-05 15:00-',
      ' | – | sortie | – | 2026-05-07 | annulé',
      ' | – | réunion salle 14 | – | 2026-05-11 09:00-',
      ' | – | cross | – | 2026-05-13 | annulé en raison de la météo',
    ],
  ],
  [
    'nombres et salles qui ne sont ni lieux ni villes',
    'txt',
    `Agenda

mercredi 6 mai | 13h30 | Cross, 12 places
mercredi 13 mai | 14h | Badminton, 2 euros
jeudi 21 mai | 9h | Oraux | Salle 4
`,
    [
      ' | – | Cross, 12 places | – | 2026-05-06 13:30-',
      ' | – | Badminton, 2 euros | – | 2026-05-13 14:00-',
      ' | – | Oraux | Salle 4 | 2026-05-21 09:00-',
    ],
  ],
  [
    'semaines, jours abrégés et remarques qui ne sont ni lieux ni villes',
    'txt',
    `Orientation

Lu 4/05 : piscine pour les 6e
Merc. 6 mai 26 : cross 13h30/15h30
Semaine 20 – 21 : évaluations communes
Mardi 26 mai : forum - COMPLET
Mercredi 27 mai : CDI ouvert jusqu’à 15h
Mercredi 27 mai : course de 24h
Jeudi 28 mai : pont, lycée fermé
`,
    [
      ' | – | piscine pour les 6e | – | 2026-05-04',
      ' | – | cross | – | 2026-05-06 13:30-15:30',
      ' | – | évaluations communes | – | 2026-05-11/2026-05-24',
      ' | – | forum – COMPLET | – | 2026-05-26',
      ' | – | CDI ouvert | – | 2026-05-27 -15:00',
      ' | – | course de 24h | – | 2026-05-27',
      ' | – | pont, lycée fermé | – | 2026-05-28',
    ],
  ],
  [
    'heure, ville et lieu sans mot de lieu',
    'md',
    `**Communiqué de presse**

**Printemps des lycéens – du 4 au 7 mai 2026**

*Lundi 4 mai*

10 h – Tourcoing, lycée Gambetta : lancement en musique
15 h – Roubaix, La Condition publique : atelier graff

*Mardi 5 mai*

18 h – Villeneuve-d’Ascq, LaM : visite guidée par les élèves
`,
    [
      'Tourcoing | – | lancement en musique | lycée Gambetta | 2026-05-04 10:00-',
      'Roubaix | – | atelier graff | La Condition publique | 2026-05-04 15:00-',
      'Villeneuve-d’Ascq | – | visite guidée par les élèves | LaM | 2026-05-05 18:00-',
    ],
  ],
  [
    'lieu au début, jours et remarque à la fin',
    'txt',
    `COMMUNIQUÉ DE PRESSE
Le 20 avril 2026

Collège Paul-Éluard (Nemours) : atelier « Petits chimistes », mardi 5 mai, 14 h
Médiathèque de Melun : exposition « Voir l’invisible », du 4 au 16 mai, aux heures d’ouverture
École Pasteur (Provins) : observation du soleil, jeudi 7 mai, de 9 h à 11 h 30
`,
    [
      'Nemours | – | atelier « Petits chimistes » | Collège Paul-Éluard | 2026-05-05 14:00-',
      ' | – | exposition « Voir l’invisible », aux heures d’ouverture | Médiathèque de Melun | 2026-05-04/2026-05-16',
      'Provins | – | observation du soleil | École Pasteur | 2026-05-07 09:00-11:30',
    ],
  ],
  [
    'ville, lieu et heures sous le titre',
    'md',
    `# Agenda – mai 2026

## 4 mai

### Tremplin vers l’emploi
*Angoulême, Espace Franquin, 9 h – 12 h*

## 5 mai

### Théâtre forum
*Cognac, lycée Jean-Monnet, 14 h*
`,
    [
      'Angoulême | – | Tremplin vers l’emploi | Espace Franquin | 2026-05-04 09:00-12:00',
      'Cognac | – | Théâtre forum | lycée Jean-Monnet | 2026-05-05 14:00-',
    ],
  ],
  [
    'lieu, jour et titre sur trois lignes, sous la date du texte',
    'md',
    `# Semaine du climat scolaire

Communiqué – Limoges, le 23 avril 2026

**Limoges** – Collège Donzelot
Mardi 5 mai, 10 h
Inauguration du salon des médiateurs

**Bellac** – Lycée Jean-Giraudoux
Mercredi 6 mai, 14 h
Restitution du projet radio

**Guéret** – Cité scolaire
Jeudi 7 mai, toute la journée
Village des associations
`,
    [
      'Limoges | – | Inauguration du salon des médiateurs | Collège Donzelot | 2026-05-05 10:00-',
      'Bellac | – | Restitution du projet radio | Lycée Jean-Giraudoux | 2026-05-06 14:00-',
      'Guéret | – | Village des associations | Cité scolaire | 2026-05-07',
    ],
  ],
  [
    'heures, lieu et titre sur trois lignes',
    'md',
    `**Communiqué de presse – 21 avril 2026**

### Mardi 5 mai

**9 h 30 – 11 h 30**
*Lycée Vauban, Brest*
Speed-meeting avec des artisans

**14 h**
*Pôle emploi, Morlaix*
Atelier « Mon premier CV »

### Jeudi 7 mai

**18 h**
*Salle du Vallon, Landivisiau*
Soirée des parents
`,
    [
      'Brest | – | Speed-meeting avec des artisans | Lycée Vauban | 2026-05-05 09:30-11:30',
      'Morlaix | – | Atelier « Mon premier CV » | Pôle emploi | 2026-05-05 14:00-',
      'Landivisiau | – | Soirée des parents | Salle du Vallon | 2026-05-07 18:00-',
    ],
  ],
  [
    'lieu sous le titre, comme en tête de chaque jour',
    'txt',
    `Mardi 5 mai
Forum des métiers
Gymnase
Jeudi 7 mai
Remise des prix
Salle des fêtes
Mardi 12 mai
Concert de la chorale
Réfectoire
`,
    [
      ' | – | Forum des métiers | Gymnase | 2026-05-05',
      ' | – | Remise des prix | Salle des fêtes | 2026-05-07',
      ' | – | Concert de la chorale | Réfectoire | 2026-05-12',
    ],
  ],
  [
    'un spectacle en plusieurs lieux',
    'md',
    `# Communiqué

## Un même spectacle dans trois villes

- Annonay : mardi 5 mai à 20 h, théâtre des Cordeliers
- Privas : mercredi 6 mai à 18 h 30, médiathèque
- Aubenas : jeudi 7 mai à 14 h et 20 h, centre Le Bournot
`,
    [
      'Annonay | – | théâtre des Cordeliers | – | 2026-05-05 20:00-',
      'Privas | – | médiathèque | – | 2026-05-06 18:30-',
      'Aubenas | – | centre Le Bournot | – | 2026-05-07 14:00-+20:00-',
    ],
  ],
  [
    'date du texte en gras',
    'md',
    `# Communiqué de presse

**Mulhouse, le 24 avril 2026**

1. **Lundi 4 mai, 14 h** : cérémonie d’ouverture ;
2. **Mardi 5 mai, de 9 h à 16 h** : hackathon au lycée Schweitzer.
`,
    [
      ' | – | cérémonie d’ouverture | – | 2026-05-04 14:00-',
      ' | – | hackathon au lycée Schweitzer | – | 2026-05-05 09:00-16:00',
    ],
  ],
  [
    'jour et heure, ville et lieu, titre sur trois lignes',
    'txt',
    `Communiqué de presse
Orléans, le 20/04/2026

Les rendez-vous de la persévérance :

Mardi 05/05/2026 - 10h00
Blois (41) - Lycée Camille-Claudel
Présentation du dispositif « Ambition »

Mercredi 06/05/2026 - 14h00
Chartres (28) - Collège Mathurin-Régnier
Match d’improvisation
`,
    [
      'Blois | 41 | Présentation du dispositif « Ambition » | Lycée Camille-Claudel | 2026-05-05 10:00-',
      'Chartres | 28 | Match d’improvisation | Collège Mathurin-Régnier | 2026-05-06 14:00-',
    ],
  ],
  [
    'tableau dont le mois n’est dit qu’une fois, dans une longue ligne',
    'md',
    `# Printemps de la persévérance

| Quand | Où | Quoi |
|---|---|---|
| Du lundi 4 au mercredi 6 mai 2026 | lycée Pierre-Gilles-de-Gennes | Stage « Rebond » avec les élèves du dispositif relais |
| Jeudi 7 | CIO | Café des parents |
| Lundi 11, mardi 12 | cité scolaire | Tournoi d’échecs |
`,
    [
      ' | – | Stage « Rebond » avec les élèves du dispositif relais | lycée Pierre-Gilles-de-Gennes | 2026-05-04/2026-05-06',
      ' | – | Café des parents | CIO | 2026-05-07',
      ' | – | Tournoi d’échecs | cité scolaire | 2026-05-11+2026-05-12',
    ],
  ],
];
