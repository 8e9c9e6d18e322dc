// Passkeys: shown only where the browser has them; without this file the code of an authenticator app works as ever.
(function () {
  "use strict";
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  var bytes = function (text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/")), out = new Uint8Array(plain.length);
    for (var i = 0; i < plain.length; i++) out[i] = plain.charCodeAt(i);
    return out;
  };
  var text = function (buffer) {
    var plain = "";
    new Uint8Array(buffer).forEach(function (one) { plain += String.fromCharCode(one); });
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };
  var known = function (form) {
    return (form.dataset.credentials || "").split(" ").filter(Boolean).map(function (id) {
      return { type: "public-key", id: bytes(id) };
    });
  };
  var ask = function (form) {
    var d = form.dataset, challenge = bytes(d.challenge);
    if (d.passkey === "get") return navigator.credentials.get({ publicKey: {
      challenge: challenge, rpId: d.host, allowCredentials: known(form), userVerification: "discouraged"
    } });
    return navigator.credentials.create({ publicKey: {
      challenge: challenge,
      rp: { id: d.host, name: d.product },
      user: { id: new TextEncoder().encode(d.user), name: d.login, displayName: d.login },
      pubKeyCredParams: [-7, -257, -8].map(function (alg) { return { type: "public-key", alg: alg }; }),
      excludeCredentials: known(form),
      authenticatorSelection: { residentKey: "discouraged", userVerification: "discouraged" },
      attestation: "none"
    } });
  };
  Array.prototype.forEach.call(document.querySelectorAll("form[data-passkey]"), function (form) {
    var says = form.querySelector("[data-failed]");
    form.hidden = false;
    form.addEventListener("submit", function (ev) {
      ev.preventDefault();
      says.textContent = "";
      ask(form).then(function (made) {
        var put = function (name, buffer) { form.elements[name].value = text(buffer); };
        put("client", made.response.clientDataJSON);
        if (form.dataset.passkey === "get") {
          put("credential", made.rawId);
          put("data", made.response.authenticatorData);
          put("signature", made.response.signature);
        } else put("attestation", made.response.attestationObject);
        HTMLFormElement.prototype.submit.call(form);
      }).catch(function () { says.textContent = says.dataset.failed; });
    });
  });
})();
