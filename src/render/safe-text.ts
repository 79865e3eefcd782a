const lineBreaks = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/gu;
const controls = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff\p{Surrogate}]/gu;
const controlsBesideLayout =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\p{Surrogate}]/gu;
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/gu;
/** Embeddings and overrides, which turn words round beyond what they stand for; isolates are layout. */
const bidiOverrides = /[\u202a-\u202e]/gu;

/**
 * `text` on one line, with nothing in it that a terminal or an XML reader would act upon: line
 * breaks and tabs become spaces; other control characters (C0, DEL, C1, so also ESC), bidirectional
 * embeddings, overrides and isolates, lone surrogates and the two noncharacters U+FFFE and U+FFFF
 * become a visible `�`.
 */
export function safe(text: string): string {
  return text.replace(lineBreaks, ' ').replace(controls, '�').replace(bidiControls, '�');
}

/**
 * `text` with control characters and bidirectional overrides made visible as `�`, but with its line
 * breaks, tabs and bidirectional isolates: for documents, where those are layout.
 */
export function withoutControls(text: string): string {
  return text.replace(controlsBesideLayout, '�').replace(bidiOverrides, '�');
}
