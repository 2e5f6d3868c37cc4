/** Data as a host serves it: readable, and the same bytes for the same data. */
export function respondJson(data: object, type = 'application/json'): Response {
  return new Response(`${JSON.stringify(data, null, 2)}\n`, { headers: { 'content-type': type } });
}
