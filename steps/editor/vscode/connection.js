// Starts the language server and speaks JSON-RPC to it over its input and output. Knows nothing of VS Code.
'use strict';

const {spawn} = require('child_process');

class Connection {
    /** Start the server; `told` is called with each notification, `ended` once when the server has gone by itself. */
    constructor(command, folder, {told, ended, said}) {
        this._told = told;
        this._waiting = new Map();
        this._number = 0;
        this._received = Buffer.alloc(0);
        this._leaving = false;
        const [program, ...words] = command;
        this._process = spawn(program, words, {cwd: folder, windowsHide: true});
        this._process.stdout.on('data', piece => this._receive(piece));
        this._process.stderr.on('data', piece => said(piece.toString('utf8')));
        this._process.stdin.on('error', () => {}); // the end of the process is told of below
        this._process.on('error', error => this._end(error.message, ended));
        this._process.on('exit', code => this._end(`код ${code}`, ended));
    }

    /** Ask; the promise is rejected with the server's words where it refuses. */
    ask(method, params) {
        const id = ++this._number;
        return new Promise((resolve, reject) => {
            if (this._process === null) return reject(new Error('Помощник не запущен'));
            this._waiting.set(id, {resolve, reject});
            this._send({id, method, params});
        });
    }

    tell(method, params) {
        if (this._process !== null) this._send({method, params});
    }

    /** Part in order. */
    async leave() {
        if (this._process === null || this._leaving) return;
        this._leaving = true;
        await this.ask('shutdown').catch(() => {});
        this.tell('exit');
    }

    _send(message) {
        const body = Buffer.from(JSON.stringify({jsonrpc: '2.0', ...message}), 'utf8');
        this._process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
        this._process.stdin.write(body);
    }

    _receive(piece) {
        this._received = Buffer.concat([this._received, piece]);
        for (;;) {
            const end = this._received.indexOf('\r\n\r\n');
            if (end < 0) return;
            const length = /content-length: *(\d+)/i.exec(this._received.toString('ascii', 0, end));
            const whole = end + 4 + (length ? Number(length[1]) : 0);
            if (this._received.length < whole) return;
            const body = this._received.toString('utf8', end + 4, whole);
            this._received = this._received.subarray(whole);
            if (length) this._take(JSON.parse(body));
        }
    }

    _take(message) {
        if (message.method !== undefined) {
            if (message.id !== undefined) this._send({id: message.id, result: null}); // nothing it asks is needed
            else this._told(message.method, message.params);
            return;
        }
        const waiting = this._waiting.get(message.id);
        this._waiting.delete(message.id);
        if (waiting === undefined) return;
        if (message.error) waiting.reject(new Error(message.error.message));
        else waiting.resolve(message.result);
    }

    _end(why, ended) {
        if (this._process === null) return;
        this._process = null;
        for (const {reject} of this._waiting.values()) reject(new Error('Помощник остановился'));
        this._waiting.clear();
        if (!this._leaving) ended(why);
    }
}

module.exports = {Connection};
