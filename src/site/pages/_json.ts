/** A JSON response: readable and reproducible. */
export function respondJson(data: object, type = 'application/json'): Response {
  return new Response(`${JSON.stringify(data, null, 2)}\n`, { headers: { 'content-type': type } });
}
