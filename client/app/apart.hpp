#pragma once

/// Functions declared between these two stay functions of their own, however few call them. The
/// bundle cuts the application between functions (docs/decisions/0006-two-parts.md), so a page that has grown
/// into its caller is downloaded with the first page.
#if defined(__clang__)
#define MOTCUA_APART_BEGIN \
    _Pragma("clang attribute push(__attribute__((noinline)), apply_to = function)") static_assert(true)
#define MOTCUA_APART_END _Pragma("clang attribute pop") static_assert(true)
#else
#define MOTCUA_APART_BEGIN static_assert(true)
#define MOTCUA_APART_END static_assert(true)
#endif
