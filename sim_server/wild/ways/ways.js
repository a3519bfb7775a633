// What is laid over a page of VK ID on its way: which of them, the server says.
import { codeFirst } from "./code_first.js";
import { qrFirst } from "./qr_first.js";
import { robotCheck } from "./robot.js";

// What stands in place of the page, or the page itself; a robot check comes in front of either.
export const layOver = (ways, tree, walk, page) => {
  if (ways?.robot) robotCheck(ways.robot, walk);
  if (ways?.qr) return qrFirst(page);
  if (ways?.code_first) return codeFirst(ways.code_first, walk, page);
  return page();
};
