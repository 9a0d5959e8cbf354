// Reads a JSON list of statements; says which ones Learning Locker's validator refuses.
const validate = require("@learninglocker/xapi-validation/dist/factory");

for (const statement of JSON.parse(require("fs").readFileSync(0, "utf8"))) {
  const warnings = validate.statement(statement, ["statement"]);
  if (warnings.length) console.log(statement.id, JSON.stringify(warnings));
}
