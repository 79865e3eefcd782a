import type { NewFile } from '../file/write-files.ts';

/** Tables of the tiny fictional review: what was found twice, what cites its records, and how it compares other reviews. */
export const literatureTables = (study: string): NewFile[] => [
  {
    path: `corpus/${study}/duplicates.csv`,
    content: `record,other,why,similarity,decision,record is,other is
abel2018,abel2019,title spelt another way,0.97,same,"Abel, Ida | 2018 | Why beginners stop in the second year | Invented Journal of Playing",
frey2022,frey2021,"same title, article and preprint",1,same,"Frey, Jo | 2022 | Playing together keeps people playing | Invented Journal of Playing",
`,
  },
  {
    path: `corpus/${study}/answers.csv`,
    content: `reason,told-by,helped-by
Nobody to play with,"In letters [abel2018], and in a comparison [frey2022]","A group [frey2022]"
Others hear it,Half of the families [berg2019],
Other things take the hours,abel2018,
`,
  },
  {
    path: `corpus/${study}/reviews.csv`,
    content: `review,reasons,help,since
Gray 2010 (invented),●,○,○
Hill 2015 (invented),◐,●,–
Ito 2020 (invented),●,◐,?
`,
  },
];
