// A user's own Word template filled by docxtemplater: the comparison that `cargo x bench --template` runs.
//
// Arguments: TEMPLATE.docx LIST.json FOLDER. Prints the microseconds of the work, loading the libraries not counted, the
// processor microseconds, and the peak memory in KiB.
const fs = require("fs");
const path = require("path");
const PizZip = require("pizzip");
const Docxtemplater = require("docxtemplater");

const [template, list, folder] = process.argv.slice(-3);
fs.mkdirSync(folder, { recursive: true });
const begin = process.hrtime.bigint();
const before = process.cpuUsage();
const content = fs.readFileSync(template);
JSON.parse(fs.readFileSync(list, "utf8")).forEach((record, at) => {
  const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true });
  document.render(record);
  const name = String(at + 1).padStart(4, "0") + ".docx";
  fs.writeFileSync(path.join(folder, name), document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }));
});
const took = (process.hrtime.bigint() - begin) / 1000n;
const used = process.cpuUsage(before);
console.log(`${took} ${used.user + used.system} ${process.resourceUsage().maxRSS}`);
