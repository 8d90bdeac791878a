// Runs the official Pyodide under Node to make the slim runtime out of it.
// node run.mjs JOB.json, with the job as sitebuild/slim.py writes it.

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import "./errors.mjs";

const SITE_PACKAGES = "/lib/python3.14/site-packages";
const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));

/** Start Pyodide with all wheels unpacked, their libraries not yet loaded. */
async function start() {
  const { loadPyodide } = await import(pathToFileURL(path.join(job.pyodide, "pyodide.mjs")));
  const pyodide = await loadPyodide({ indexURL: job.pyodide });
  for (const wheel of job.wheels) {
    pyodide.FS.writeFile("/wheel.zip", fs.readFileSync(wheel));
    pyodide.runPython(`import zipfile; zipfile.ZipFile("/wheel.zip").extractall("${SITE_PACKAGES}")`);
  }
  for (const [target, source] of Object.entries(job.files)) {
    pyodide.FS.mkdirTree(path.posix.dirname(`/home/pyodide/${target}`));
    pyodide.FS.writeFile(`/home/pyodide/${target}`, fs.readFileSync(source));
  }
  pyodide.runPython(`import importlib; importlib.invalidate_caches()`);
  return pyodide;
}

// The packages are rewritten in one interpreter, which has to load them all,
// and tried out in another, which then loads only what is needed.
const rewriting = await start();
const changed = rewriting.runPython(`from rewrites import rewrite_packages; rewrite_packages()`);
const trying = await start();
for (const file of changed.toJs()) {
  trying.FS.writeFile(file, rewriting.FS.readFile(file));
}
trying.globals.set("job", trying.toPy(job));
const figures = trying.runPython(`
import json
from slimming import slim
json.dumps(slim(job["project"], job["examples"]))
`);
for (const name of trying.FS.readdir("/output").filter((name) => !name.startsWith("."))) {
  fs.writeFileSync(path.join(job.output, name), trying.FS.readFile(`/output/${name}`));
}
fs.writeFileSync(path.join(job.output, "figures.json"), figures);
