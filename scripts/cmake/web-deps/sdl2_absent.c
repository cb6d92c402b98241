/* What callers name of the subsystems that are left out: they are simply not there. */
#include "SDL.h"

SDL_GameController *SDL_GameControllerOpen(int index) {
    (void)index;
    return NULL;
}

Uint8 SDL_GameControllerGetButton(SDL_GameController *controller, SDL_GameControllerButton button) {
    (void)controller;
    (void)button;
    return 0;
}

Sint16 SDL_GameControllerGetAxis(SDL_GameController *controller, SDL_GameControllerAxis axis) {
    (void)controller;
    (void)axis;
    return 0;
}
