/** An error by its code, with the rule that is broken as it follows the field's name. */
export class Wrong extends Error {
  constructor(code, rule) {
    super(rule);
    this.code = code;
  }

  of(field) {
    return { field, code: this.code, message: `${field === 'body' ? 'The body' : field} ${this.message}.` };
  }
}
