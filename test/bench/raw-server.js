// The limit of this stack: a bare node:http endpoint that passes PostgreSQL's JSON through. No GraphQL, no sign-in, no row-level
// security (it works as the owner of the tables), no access log on reads.
import { createServer } from 'node:http';
import pg from 'pg';
import { statements } from './raw-statements.js';

const asText = { getTypeParser: () => (value) => value };
const pool = new pg.Pool({ connectionString: process.env.OWNER_URL, max: 10 });

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { work, values } = JSON.parse(Buffer.concat(chunks).toString());
    const query = { name: work, text: statements[work], values, rowMode: 'array', types: asText };
    pool.query(query).then(
      ({ rows }) => {
        response.setHeader('content-type', 'application/json');
        response.end(rows[0]?.[0] ?? 'null');
      },
      (error) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
});

server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
process.on('disconnect', () => process.exit(0));
