/** An error code, with the broken rule as the text after the field's name. */
export class Wrong extends Error {
  constructor(code, rule) {
    super(rule);
    this.code = code;
  }

  of(field) {
    return { field, code: this.code, message: `${field === 'body' ? 'The body' : field} ${this.message}.` };
  }
}
