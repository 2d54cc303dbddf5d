declare module "@mozilla/readability/JSDOMParser.js" {
  /** The small document tree that Readability's authors made for it; their package gives no types for it. */
  export default class JSDOMParser {
    parse(html: string): unknown;
  }
}
