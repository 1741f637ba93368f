import { describe, expect, it } from 'vitest';
import { publicWords } from '../../../../main/content/documents/public-text.ts';

const teams = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc';
const zoom = 'https://us02web.zoom.us/j/81234567890?pwd=abc';

describe('what invites to a meeting online', () => {
  it.each([
    [
      'a block of Teams',
      `Budget\n________________\nRéunion Microsoft Teams\nCliquez ici<${teams}>\n________________`,
      'Budget',
    ],
    [
      'a block of Teams without its link, and the one under it',
      'Budget\n________________\nMicrosoft Teams Need help?\nMeeting ID: 372 120 430 79\nPasscode: JB4XLh\n________________\nDial in by phone\n+33 1 70 99 53 51,,123456# France, Paris\nFor organizers: Meeting options',
      'Budget',
    ],
    [
      'Zoom, between other lines',
      `Venez nombreux.\nParticiper à la réunion Zoom\n${zoom}\n\nID de réunion : 812 3456 7890\nCode secret : 123456\nEntrée libre`,
      'Venez nombreux.\n\nEntrée libre',
    ],
    [
      'Webex',
      '-- Ne supprimez pas le texte ci-dessous --\nRejoindre la réunion Webex\nhttps://acad.webex.com/j.php?MTID=m1\nMot de passe de la réunion : abC1',
      '',
    ],
    [
      'Teams in French, without lines of signs',
      'Ordre du jour : bilan\n\nMicrosoft Teams Vous avez besoin d’aide ?\nRejoignez la réunion maintenant\nID de réunion : 372 120 430 79\nCode secret : JB4XLh\nSe connecter par téléphone\nRechercher un numéro local',
      'Ordre du jour : bilan',
    ],
    [
      'Meet in French, without lines of signs',
      'Présentation du voyage\nPour participer à l’appel vidéo, cliquez sur ce lien : https://meet.google.com/abc-defg-hij\nOu composez le : +33 1 87 40 00 00 PIN : 123456789#\nAfficher d’autres numéros de téléphone : https://tel.meet/abc-defg-hij?pin=1',
      'Présentation du voyage',
    ],
    ['a link in a sentence', 'Salle 12, ou en ligne : https://meet.google.com/abc-defg-hij', 'Salle 12'],
    [
      'a site of the state, with its code',
      'Classe virtuelle https://classe.visio.education.fr/b/abc-def code 1234',
      'Classe virtuelle',
    ],
  ])('is not on the wall, and told: %s', (_name, written, right) => {
    const words = publicWords(false);
    expect(words.text(written).replaceAll('\u00a0', ' ')).toBe(right);
    expect(words.faults('a.ics').map(({ code }) => code)).toContain('meeting-removed');
  });

  it('takes no other line of the same text away', () => {
    const lines = [
      'Rejoignez le club théâtre !',
      'Téléchargez le dossier',
      'Pour participer, venez au CDI',
      'Join the choir',
    ];
    const words = publicWords(false);
    expect(words.text([...lines, `Lien : ${zoom}`].join('\n')).replaceAll(/[\u00a0\u202f]/gu, ' ')).toBe(
      lines.join('\n'),
    );
  });

  it('is in no title, no place and no code to scan', () => {
    const words = publicWords(false);
    expect(words.line(`Conseil ${teams}`)).toBe('Conseil');
    expect(words.venue(`Salle 12; ${zoom}`)).toBe('Salle 12');
    expect(words.venue(zoom)).toBe('');
    expect(words.link(zoom)).toBe(null);
    expect(words.faults('a.ics')).toMatchObject([{ code: 'meeting-removed' }]);
  });

  it('is nothing else: other links, places and words stay, and nothing is told', () => {
    const words = publicWords(false);
    const text = 'Code : 1234 du jeu\nMot de passe : lapin\nInscription : https://lycee.example.org/jpo';
    expect(words.text(text).replaceAll('\u00a0', ' ')).toBe(text);
    expect(words.venue('Réunion Microsoft Teams')).toBe('Réunion Microsoft Teams');
    expect(words.line('Participer à la réunion Zoom du CVL')).toBe('Participer à la réunion Zoom du CVL');
    expect(words.link('https://lycee.example.org/jpo')).toBe('https://lycee.example.org/jpo');
    expect(words.faults('a.ics')).toEqual([]);
  });
});
