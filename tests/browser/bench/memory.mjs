// What a browser and all its processes take of the machine's memory (Linux).

import { readFile, readdir } from "node:fs/promises";

/** Proportional set size of a process and its descendants, in bytes. */
export async function memoryOf(pid) {
  const processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const parents = new Map();
  for (const id of processes) {
    const status = await ifAlive(`/proc/${id}/status`);
    parents.set(Number(id), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
  }
  const descends = (id) => id === pid || (parents.has(id) && descends(parents.get(id)));
  let total = 0;
  for (const id of [...parents.keys()].filter(descends)) {
    const memory = await ifAlive(`/proc/${id}/smaps_rollup`);
    total += 1024 * Number(/^Pss:\s+(\d+) kB/m.exec(memory)?.[1] ?? 0);
  }
  return total;
}

/** A process may end while it is being looked at. */
async function ifAlive(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes(error.code)) return "";
    throw error;
  }
}
