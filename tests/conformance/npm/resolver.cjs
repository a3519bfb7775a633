// Names lead to ports of this machine by rules, as a browser's --host-resolver-rules has it; certificates are checked as ever.
const tls = require("node:tls");
const rules = JSON.parse(process.env.RESOLVER_RULES);
const connect = tls.connect;
tls.connect = (...told) => {
  const options = told[0];
  const name = options?.host ?? options?.hostname;
  if (name in rules && Number(options.port) === 443)
    told[0] = {...options, host: "127.0.0.1", port: rules[name], servername: options.servername || name};
  return connect(...told);
};
