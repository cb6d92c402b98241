// For browsers that know no modules, and so no WebAssembly worth having. Old syntax on purpose.
document.addEventListener('DOMContentLoaded', function () {
  var box = document.getElementById('trouble');
  box.textContent = '{{web.no_wasm}}';
  box.removeAttribute('hidden');
  if (document.documentElement.getAttribute('data-module') === 'desk') return;
  box.appendChild(document.createTextNode(' {{web.in_person}} '));
  var link = document.createElement('a');
  link.href = '/noi-tiep-nhan';
  link.appendChild(document.createTextNode('{{web.offices}}'));
  box.appendChild(link);
});
