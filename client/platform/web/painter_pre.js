// SDL2 makes its WebGL context on this element; its listeners find it by the same id.
Module['canvas'] = document.getElementById('canvas');
