import { generateKeyPairSync, sign } from 'node:crypto';

/** DER by hand (X.690): a test wants one certificate, and neither openssl nor a package is on every machine. */
const der = (tag, ...parts) => {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};
const sequence = (...parts) => der(0x30, ...parts);
const oid = (...bytes) => der(0x06, bytes);
const octets = (content) => der(0x04, content);
const bits = (content) => der(0x03, [0], content);
/** RFC 5280 §4.1.2.5: until 2049 a year has two digits. */
const time = (ms) =>
  der(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/[-T:]/g, '').slice(2, 14)}Z`));

const ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const COMMON_NAME = oid(0x55, 0x04, 0x03);
const ALTERNATIVE_NAME = oid(0x55, 0x1d, 0x11);
const BASIC_CONSTRAINTS = oid(0x55, 0x1d, 0x13);
const DAY = 24 * 60 * 60 * 1000;

/** A key made this moment and a certificate for one host signed with it, both PEM, good for two days. */
export function certificateFor(host, now = Date.now()) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('onramp test host')))));
  const extensions = sequence(
    sequence(ALTERNATIVE_NAME, octets(sequence(der(0x82, Buffer.from(host)), der(0x87, [127, 0, 0, 1])))),
    sequence(BASIC_CONSTRAINTS, octets(sequence(der(0x01, [0xff])))),
  );
  const signed = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1]),
    ECDSA_SHA256,
    name,
    sequence(time(now - DAY), time(now + 2 * DAY)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const whole = sequence(signed, ECDSA_SHA256, bits(sign('sha256', signed, privateKey)));
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
}
