#include "client/cli/commands.hpp"

namespace motcua::cli {

const std::vector<Command>& commands() {
    static const std::vector<Command> kCommands = {
        {"agency", "check", "what is wrong with agency profiles, contrast of their colours too",
         add_agency_check},
        {"agency", "site", "name, colours and emblem of an agency, as pages are made with them",
         add_agency_site},
        {"catalogue", "check", "what is wrong with procedure files, with line and column",
         add_catalogue_check},
        {"catalogue", "edition", "keeps the present edition of a file and begins a new one",
         add_catalogue_edition},
        {"catalogue", "explain", "when and why something is asked or needed, and what reads it",
         add_catalogue_explain},
        {"catalogue", "key", "makes a key to publish with", add_catalogue_key},
        {"catalogue", "migrate", "answers of an earlier edition as answers of this one",
         add_catalogue_migrate},
        {"catalogue", "publish", "signs procedure files and an index of them", add_catalogue_publish},
        {"catalogue", "sample", "makes up forms for a procedure, complete or broken", add_catalogue_sample},
        {"catalogue", "try", "asks a procedure's questions and says what comes of the answers",
         add_catalogue_try},
        {"draw", "check", "whether a published draw of seats is what its seed gives", add_draw_check},
        {"", "calendar", "the days off, computed, as data that pages read", add_calendar},
        {"", "deadline", "when a time limit ends, and which days do not count", add_deadline},
        {"", "id", "what a number or a card's code says, and what is wrong with it", add_id},
        {"", "logic", "evaluates JsonLogic rules", add_logic},
        {"", "place", "finds communes, also from addresses of before July 2025", add_place},
        {"", "simulate", "waits at an office, and what its target needs", add_simulate},
        {"", "states", "which steps a visit to an office may take", add_states},
        {"", "type", "what keys give by Telex or VNI", add_type},
        {"", "words", "amounts, days and numbers in Vietnamese words", add_words},
    };
    return kCommands;
}

}  // namespace motcua::cli
