// Requests to the desk. The token goes with each of them in a header, and stays in no address.

const TOKEN = 'gainsay-token';

/** Takes the token out of the address; out: the token of this tab, or nothing. */
const takeToken = () => {
  const given = location.hash.slice(1);
  if (/^[0-9a-f]{32}$/.test(given)) {
    sessionStorage.setItem(TOKEN, given);
  }
  if (location.hash !== '') {
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(TOKEN) || '';
};

const token = takeToken();

/** Asks for something; with a body, for a change. Out: `{status, data}`; status 0 where nobody answers. */
const ask = async (path, body) => {
  const headers = { 'X-Gainsay-Token': token };
  const options = { headers, cache: 'no-store', credentials: 'omit', redirect: 'error' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    options.method = 'POST';
    options.body = JSON.stringify(body);
  }
  try {
    const response = await fetch(`/api/${path}`, options);
    const isJson = (response.headers.get('Content-Type') || '').startsWith('application/json');
    const data = isJson ? await response.json() : { why: await response.text() };
    return { status: response.status, data };
  } catch (error) {
    return { status: 0, data: { why: 'the desk does not answer; is `gainsay desk` still running?' } };
  }
};
