/** Abbreviations after which a sentence goes on, without their full stop. */
export interface Abbreviations {
  /** Goes on whatever follows: titles and the like. */
  always: readonly string[];
  /** Goes on before a figure only: "No. 5", but "No. I do not." */
  beforeFigure: readonly string[];
}

/** By the first part of a language tag; a language without an entry has initials only. */
export const abbreviations: Readonly<Record<string, Abbreviations>> = {
  en: {
    always: 'Dr Mr Mrs Ms Mx Prof Rev Hon St Sgt Capt Lt Col Gen Gov Sen Rep vs viz cf e.g i.e approx'.split(
      ' ',
    ),
    beforeFigure: 'No Nos Fig Figs p pp vol ch sec art para eq ca c'.split(' '),
  },
  de: {
    always: 'Dr Hr Fr Prof St bzw ca vgl z.B z.b d.h u.a i.d.R z d u evtl ggf sog inkl'.split(' '),
    beforeFigure: 'Nr Abb Tab S Bd Kap Art Abs'.split(' '),
  },
  fr: {
    always: 'M MM Mme Mmes Mlle Dr Pr St Ste cf c.-à-d p.ex env'.split(' '),
    beforeFigure: 'n no fig p pp vol chap art'.split(' '),
  },
  es: {
    always: 'Sr Sra Srta Sres Dr Dra Prof Ud Uds D Dña p.ej aprox'.split(' '),
    beforeFigure: 'núm n fig p pp pág págs vol cap art'.split(' '),
  },
  pt: {
    always: 'Sr Sra Dr Dra Prof Profa p.ex aprox'.split(' '),
    beforeFigure: 'n núm fig p pp pág vol cap art'.split(' '),
  },
  it: {
    always: 'Sig Sigg Sig.ra Dott Dott.ssa Prof Ing Avv ad.es p.es'.split(' '),
    beforeFigure: 'n fig p pp pag vol cap art'.split(' '),
  },
  nl: {
    always: 'Dr Dhr Mevr Mw Prof Ir Drs bijv b.v d.w.z o.a ca'.split(' '),
    beforeFigure: 'nr fig p pp blz hfst art'.split(' '),
  },
  ru: {
    always: 'г ул д т.е т.к т.н им проф акад'.split(' '),
    beforeFigure: 'рис стр с табл гл п'.split(' '),
  },
};
