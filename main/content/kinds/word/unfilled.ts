/** What Word and LibreOffice write for a reference that leads nowhere. */
const BROKEN =
  /^(?:Erreur\s?[!:]\s*(?:Source du renvoi|Signet|R[ée]f[ée]rence|source de la r[ée]f[ée]rence)|Error[!:]\s*(?:Reference source|Bookmark|Hyperlink reference|No text of))/iu;

/** What stands in a letter to many for the words of each of them: « Nom », or <Nom> by LibreOffice. */
export const isPlaceOfWords = (text: string): boolean => /^(?:«[^«»]*»|<[^<>]*>)$/u.test(text.trim());

/** Whether a piece of text is what a word processor writes in a field that it cannot fill. */
export const isUnfilled = (text: string): boolean => BROKEN.test(text.trim());
