/** What a schema says of a value: which control fits it, and what is wrong with what is there. */
import { data } from "./data.js";
import { Day, isMapping } from "./yaml.js";

/** @import { Schema } from "./data.js" */

/** @typedef {(string | number)[]} Path */
/** @typedef {{ path: Path, message: string }} Problem */

const GAP = /^待(?:补充|核对)/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)/;

/**
 * A schema with its references followed; `nullable` where null is allowed, too.
 * @param {Schema} schema
 * @param {Schema} root
 * @returns {Schema}
 */
export function resolved(schema, root) {
  const { $ref: reference, anyOf: choices, ...own } = schema;
  if (reference) return { ...resolved(root.$defs[reference.split("/").pop()], root), ...own };
  if (!choices) return own;
  const others = choices.filter((/** @type {Schema} */ each) => each.type !== "null");
  const nullable = others.length < choices.length;
  if (others.length > 1) return { ...own, nullable, any: true };
  return { ...resolved(others[0], root), ...own, nullable };
}

/**
 * The resolved schema of a value, and the titles on the way to it.
 * @param {Schema} root
 * @param {Path} path
 */
export function described(root, path) {
  let schema = resolved(root, root);
  const titles = path.map((key) => {
    const inner = typeof key === "number" ? (schema.items ?? schema.prefixItems?.[key]) : (schema.properties?.[key] ?? schema.additionalProperties);
    schema = resolved(inner || {}, root);
    return typeof key === "number" ? `第 ${key + 1} 项` : (schema.title ?? key);
  });
  return { schema, titles };
}

/**
 * A problem with the titles of its value.
 * @param {Schema} root
 * @param {Problem} problem
 */
export function told(root, { path, message }) {
  return `“${described(root, path).titles.join("，") || root.title}”${message}`;
}

/**
 * What kind of control a resolved schema wants.
 * @param {Schema} schema
 * @param {Schema} root
 */
export function controlOf(schema, root) {
  if (schema.any) return "any";
  if (schema.enum) return "choice";
  if (schema.type === "boolean") return schema.nullable ? "unknown" : "yes";
  if (schema.type === "integer" || schema.type === "number") return "number";
  if (schema.type === "object") return schema.properties ? "record" : "table";
  if (schema.type !== "array") return schema.format === "date" || schema.pattern?.startsWith("^\\d{4}") ? "day" : "text";
  const items = schema.items && resolved(schema.items, root);
  if (!items || items.type === "number" || items.type === "integer") return "numbers";
  return items.enum ? "choices" : items.type === "string" ? "texts" : "list";
}

/**
 * All that is wrong with a value, in the words of its schema.
 * @param {Schema} schema
 * @param {any} value
 * @param {Schema} root
 * @param {Path} [path]
 * @returns {Problem[]}
 */
export function problems(schema, value, root, path = []) {
  const found = resolved(schema, root);
  if (typeof value === "string" && GAP.test(value)) return [];
  if (value === null && (found.nullable || found.type === "array")) return [];
  if (found.type === "object" && isMapping(value)) return problemsOfRecord(found, value, root, path);
  if (found.type === "array" && Array.isArray(value)) {
    const own = outOfBounds(value.length, found.minItems, found.maxItems, "项");
    const inner = value.flatMap((each, index) => problems(found.items ?? found.prefixItems[index] ?? {}, each, root, [...path, index]));
    return [...(own ? [{ path, message: own }] : []), ...inner];
  }
  const message = fault(found, value);
  return message ? [{ path, message }] : [];
}

/**
 * @param {Schema} schema
 * @param {any} value
 * @param {Schema} root
 * @param {Path} path
 * @returns {Problem[]}
 */
function problemsOfRecord(schema, value, root, path) {
  const known = schema.properties ?? {};
  const others = schema.additionalProperties;
  const missing = (schema.required ?? []).filter((/** @type {string} */ key) => !(key in value));
  const needsWords = "alt" in known && value.file && !value.alt;
  return [
    ...missing.map((/** @type {string} */ key) => ({ path: [...path, key], message: "要填写" })),
    ...(needsWords ? [{ path: [...path, "alt"], message: "要填写：画面里有什么" }] : []),
    ...Object.entries(value).flatMap(([key, each]) => {
      if (key in known) return problems(known[key], each, root, [...path, key]);
      return others ? problems(others, each, root, [...path, key]) : [{ path, message: `不认识的键“${key}”，请在源文里改正` }];
    }),
  ];
}

/**
 * What is wrong with a single value.
 * @param {Schema} schema
 * @param {any} value
 * @returns {string}
 */
function fault(schema, value) {
  if (schema.any) return ["string", "number"].includes(typeof value) ? "" : "应为数字或文字";
  if (schema.enum) return schema.enum.includes(value) ? "" : `没有“${value}”这个选项`;
  if (schema.type === "boolean") return typeof value === "boolean" ? "" : "应为是或否";
  if (schema.type === "integer" || schema.type === "number") return faultOfNumber(schema, value);
  if (schema.type === "object" || schema.type === "array") return "写法不对，请在源文里改正";
  if (controlOf(schema, {}) === "day") return faultOfDay(schema, value);
  if (typeof value !== "string") return "应为文字：请在源文里加上引号";
  if (schema.pattern && !new RegExp(schema.pattern, "u").test(value)) return `写法不对${data.patterns[schema.pattern] ? `，应为${data.patterns[schema.pattern]}` : ""}`;
  if (schema.minLength && !value.length) return "不能是空的";
  return outOfBounds([...value].length, schema.minLength, schema.maxLength, "个字");
}

/**
 * @param {Schema} schema
 * @param {any} value
 */
function faultOfNumber(schema, value) {
  if (typeof value !== "number") return "应为数字";
  if (schema.type === "integer" && !Number.isInteger(value)) return "应为整数";
  if (schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum) return `应大于 ${schema.exclusiveMinimum}`;
  return outOfBounds(value, schema.minimum, schema.maximum, "");
}

/**
 * @param {Schema} schema
 * @param {any} value
 */
function faultOfDay(schema, value) {
  const text = value instanceof Day ? value.text : value;
  const parts = DAY.exec(typeof text === "string" ? text : "");
  const withHour = schema.format !== "date" && typeof value === "string" && new RegExp(schema.pattern).test(value);
  if (!parts || !(value instanceof Day || withHour)) return `应为日期，如 2026-06-22${schema.format === "date" ? "" : "，可带时刻 2026-06-22T17:00"}`;
  const day = new Date(Date.UTC(+parts[1], +parts[2] - 1, +parts[3]));
  const hour = /T(\d\d):(\d\d)/.exec(text);
  const isThere = day.getUTCMonth() === +parts[2] - 1 && day.getUTCDate() === +parts[3] && (!hour || (+hour[1] < 24 && +hour[2] < 60));
  return isThere ? "" : "没有这一天或这一刻";
}

/**
 * @param {number} size
 * @param {number | undefined} least
 * @param {number | undefined} most
 * @param {string} unit
 */
function outOfBounds(size, least, most, unit) {
  if (least !== undefined && size < least) return `至少要有 ${least} ${unit}`.trim();
  return most !== undefined && size > most ? `最多只能有 ${most} ${unit}`.trim() : "";
}

/**
 * What somebody typed, as the value that the schema wants; undefined for nothing.
 * @param {Schema} schema  resolved
 * @param {string} control
 * @param {string} typed
 */
export function typedValue(schema, control, typed) {
  const text = typed.replace(/\r\n?/g, "\n");
  if (!text.trim()) return undefined;
  if (control === "text") return text;
  const short = text.trim();
  if (control === "day") return /^\d{4}-\d\d-\d\d$/.test(short) ? new Day(short) : short;
  if (schema.type === "boolean") return short === "true";
  if (schema.type === "integer" || schema.type === "number" || control === "any") {
    return String(Number(short)) === short ? Number(short) : short; // 99.90 keeps its last digit as a text
  }
  return schema.enum?.every((/** @type {any} */ each) => typeof each === "number") ? Number(short) : short;
}

/**
 * A value as it is shown in a text field.
 * @param {any} value
 */
export function shown(value) {
  if (value === undefined || value === null) return "";
  return value instanceof Day ? value.text : String(value);
}
