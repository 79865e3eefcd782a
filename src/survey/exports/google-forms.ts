import { timesIn } from './dates.ts';
import { answersIn, type Headings, oneLine, plainHead, type Tool } from './export.ts';
import { uniqueNames } from './unique-names.ts';

/**
 * Google Forms: first the time at which a form came in, under a heading in the form's language, then one column a
 * question. Ticked boxes stand in one cell: with `;` between them in the file that Forms itself gives, whose times
 * name their zone, and with `, ` in a spreadsheet.
 */
export const googleForms: Tool = {
  evidence(rows) {
    const first = rows[0]?.[0] ?? '';
    if (!TIMESTAMP.has(first.toLowerCase())) return undefined;
    const times = answersIn(rows, 1, 0);
    if (times.length > 0 && timesIn(times) < times.length) return undefined;
    return `the first column is "${first}" and holds times`;
  },
  read(rows): Headings {
    const [names = []] = rows;
    const separator = answersIn(rows, 1, 0).some((time) => ZONE.test(time)) ? ';' : ',';
    const heads = names.map((name, column) => {
      const text = oneLine(name);
      if (column === 0) return plainHead(text, 'about');
      if (SCORE.test(text)) return plainHead(text, 'about');
      return { ...plainHead(text), separator } as const;
    });
    return { headerRows: 1, heads: uniqueNames(heads), notAsked: [], unanswered: [] };
  },
};

/** The first heading in the languages of forms. */
const TIMESTAMP = new Set([
  ...['timestamp', 'zeitstempel', 'horodateur', 'marca temporal', 'marca de temps', 'carimbo de data/hora'],
  ...['informazioni cronologiche', 'tijdstempel', 'tidsstämpel', 'tidsstempel', 'tidspunkt', 'aikaleima'],
  ...['sygnatura czasowa', 'časová značka', 'časové razítko', 'időbélyeg', 'zaman damgası', 'marcaj de timp'],
  ...['отметка времени', 'позначка часу', 'χρονική σήμανση', 'חותמת זמן', 'طابع زمني', 'stempel waktu'],
  ...['dấu thời gian', 'ประทับเวลา', 'タイムスタンプ', '타임스탬프', '时间戳记', '时间戳', '時間戳記'],
]);

const ZONE = /(?:GMT|UTC|[A-Z]{3,4}[+-]|[AP]\.?\s?M\.?\s+[A-Z]{3})/i;

/** Of quizzes. */
const SCORE = /^(?:Score|Punktzahl|Puntuación|Punteggio|Pontuação|Note)$/;
