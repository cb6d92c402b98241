// For browsers that know no modules, and so no WebAssembly worth having. Old syntax on purpose.
document.addEventListener('DOMContentLoaded', function () {
  var box = document.getElementById('trouble');
  box.textContent = '{{web.no_wasm}}';
  box.removeAttribute('hidden');
});
