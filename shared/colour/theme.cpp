#include "shared/colour/theme.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::colour {
namespace {

using Pair = std::pair<Colour, Rgb>;

Theme make(ThemeName name, const std::array<Pair, kColours>& pairs) {
    Theme theme;
    theme.name = name;
    for (const auto& [role, rgb] : pairs) {
        theme.colours[static_cast<std::size_t>(role)] = rgb;
    }
    return theme;
}

// Warm paper, deep lacquer green-blue, a line of gold.
const Theme kLight =
    make(ThemeName::Light, {{
                               {Colour::Paper, 0xFAF8F4},        {Colour::Surface, 0xFFFFFF},
                               {Colour::Sunken, 0xF1EEE7},       {Colour::Ink, 0x1A2226},
                               {Colour::Muted, 0x4F5C63},        {Colour::Line, 0x75828A},
                               {Colour::Divider, 0xDDD8CD},      {Colour::Primary, 0x0B5563},
                               {Colour::PrimaryHover, 0x08424E}, {Colour::PrimaryPressed, 0x062F38},
                               {Colour::PrimaryInk, 0xFFFFFF},   {Colour::PrimaryTint, 0xE3F0F2},
                               {Colour::Header, 0x0A4450},       {Colour::HeaderHover, 0x0F5A69},
                               {Colour::HeaderInk, 0xFFFFFF},    {Colour::HeaderAccent, 0xE0B04C},
                               {Colour::FocusInner, 0xFFD23F},   {Colour::FocusOuter, 0x10191D},
                               {Colour::Error, 0xB3261E},        {Colour::ErrorTint, 0xFCEDEB},
                               {Colour::Success, 0x1B6B3A},      {Colour::SuccessTint, 0xE6F3EA},
                               {Colour::Warning, 0x8A5200},      {Colour::WarningTint, 0xFDF3DF},
                               {Colour::Info, 0x1D5A94},         {Colour::InfoTint, 0xE8F1FA},
                               {Colour::CodeInk, 0x000000},      {Colour::CodePaper, 0xFFFFFF},
                           }});

const Theme kDark =
    make(ThemeName::Dark, {{
                              {Colour::Paper, 0x14191C},        {Colour::Surface, 0x1D2428},
                              {Colour::Sunken, 0x262F34},       {Colour::Ink, 0xEDF1F2},
                              {Colour::Muted, 0xB0BBC0},        {Colour::Line, 0x8A979E},
                              {Colour::Divider, 0x374147},      {Colour::Primary, 0x7CCBD8},
                              {Colour::PrimaryHover, 0x9BDAE4}, {Colour::PrimaryPressed, 0xB9E7EE},
                              {Colour::PrimaryInk, 0x06262D},   {Colour::PrimaryTint, 0x17363D},
                              {Colour::Header, 0x0B2C33},       {Colour::HeaderHover, 0x134550},
                              {Colour::HeaderInk, 0xFFFFFF},    {Colour::HeaderAccent, 0xE0B04C},
                              {Colour::FocusInner, 0xFFD23F},   {Colour::FocusOuter, 0x000000},
                              {Colour::Error, 0xFF9C93},        {Colour::ErrorTint, 0x3A1E1C},
                              {Colour::Success, 0x83D3A0},      {Colour::SuccessTint, 0x17301F},
                              {Colour::Warning, 0xF3C06B},      {Colour::WarningTint, 0x362A14},
                              {Colour::Info, 0x94C4F2},         {Colour::InfoTint, 0x182B3D},
                              {Colour::CodeInk, 0x000000},      {Colour::CodePaper, 0xFFFFFF},
                          }});

const Theme kContrast =
    make(ThemeName::Contrast, {{
                                  {Colour::Paper, 0x000000},        {Colour::Surface, 0x000000},
                                  {Colour::Sunken, 0x1A1A1A},       {Colour::Ink, 0xFFFFFF},
                                  {Colour::Muted, 0xFFFFFF},        {Colour::Line, 0xFFFFFF},
                                  {Colour::Divider, 0x767676},      {Colour::Primary, 0xFFE600},
                                  {Colour::PrimaryHover, 0xFFF27A}, {Colour::PrimaryPressed, 0xFFFFFF},
                                  {Colour::PrimaryInk, 0x000000},   {Colour::PrimaryTint, 0x2E2A00},
                                  {Colour::Header, 0x000000},       {Colour::HeaderHover, 0x333333},
                                  {Colour::HeaderInk, 0xFFFFFF},    {Colour::HeaderAccent, 0xFFE600},
                                  {Colour::FocusInner, 0x00E5FF},   {Colour::FocusOuter, 0x000000},
                                  {Colour::Error, 0xFFB3AB},        {Colour::ErrorTint, 0x2B0000},
                                  {Colour::Success, 0x8DFFB0},      {Colour::SuccessTint, 0x002911},
                                  {Colour::Warning, 0xFFD27A},      {Colour::WarningTint, 0x2B1D00},
                                  {Colour::Info, 0xA8D8FF},         {Colour::InfoTint, 0x001B2E},
                                  {Colour::CodeInk, 0x000000},      {Colour::CodePaper, 0xFFFFFF},
                              }});

constexpr std::array<std::string_view, kColours> kNames = {
    "paper",         "surface",      "sunken",      "ink",           "muted",
    "line",          "divider",      "primary",     "primary_hover", "primary_pressed",
    "primary_ink",   "primary_tint", "header",      "header_hover",  "header_ink",
    "header_accent", "focus_inner",  "focus_outer", "error",         "error_tint",
    "success",       "success_tint", "warning",     "warning_tint",  "info",
    "info_tint",     "code_ink",     "code_paper"};

double linear(Rgb rgb, unsigned shift) {
    const double channel = static_cast<double>((rgb >> shift) & 0xFFU) / 255.0;
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(Rgb rgb) {
    return 0.2126 * linear(rgb, 16) + 0.7152 * linear(rgb, 8) + 0.0722 * linear(rgb, 0);
}

}  // namespace

std::string_view colour_name(Colour role) {
    return kNames[static_cast<std::size_t>(role)];
}

std::string_view theme_name(ThemeName name) {
    switch (name) {
        case ThemeName::Light:
            return "light";
        case ThemeName::Dark:
            return "dark";
        case ThemeName::Contrast:
            return "contrast";
    }
    return "";
}

const Theme& theme(ThemeName name) {
    switch (name) {
        case ThemeName::Light:
            return kLight;
        case ThemeName::Dark:
            return kDark;
        case ThemeName::Contrast:
            return kContrast;
    }
    return kLight;
}

double contrast(Rgb a, Rgb b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

const std::vector<ContrastRule>& contrast_rules() {
    constexpr double kText = 4.5;
    constexpr double kMark = 3.0;
    static const std::vector<ContrastRule> rules = {
        {Colour::Ink, Colour::Paper, kText},
        {Colour::Ink, Colour::Surface, kText},
        {Colour::Ink, Colour::Sunken, kText},
        {Colour::Ink, Colour::PrimaryTint, kText},
        {Colour::Ink, Colour::ErrorTint, kText},
        {Colour::Ink, Colour::SuccessTint, kText},
        {Colour::Ink, Colour::WarningTint, kText},
        {Colour::Ink, Colour::InfoTint, kText},
        {Colour::Muted, Colour::Paper, kText},
        {Colour::Muted, Colour::Surface, kText},
        {Colour::Muted, Colour::Sunken, kText},
        {Colour::Muted, Colour::PrimaryTint, kText},
        {Colour::Primary, Colour::Paper, kText},
        {Colour::Primary, Colour::Surface, kText},
        {Colour::Primary, Colour::Sunken, kText},
        {Colour::Primary, Colour::PrimaryTint, kText},
        {Colour::Primary, Colour::InfoTint, kText},
        {Colour::Primary, Colour::WarningTint, kText},
        {Colour::PrimaryHover, Colour::Paper, kText},
        {Colour::PrimaryHover, Colour::Surface, kText},
        {Colour::PrimaryHover, Colour::Sunken, kText},
        {Colour::PrimaryInk, Colour::Primary, kText},
        {Colour::PrimaryInk, Colour::PrimaryHover, kText},
        {Colour::PrimaryInk, Colour::PrimaryPressed, kText},
        {Colour::HeaderInk, Colour::Header, kText},
        {Colour::HeaderInk, Colour::HeaderHover, kText},
        {Colour::Error, Colour::Paper, kText},
        {Colour::Error, Colour::Surface, kText},
        {Colour::Error, Colour::ErrorTint, kText},
        {Colour::Success, Colour::Paper, kText},
        {Colour::Success, Colour::Surface, kText},
        {Colour::Success, Colour::SuccessTint, kText},
        {Colour::Warning, Colour::Paper, kText},
        {Colour::Warning, Colour::Surface, kText},
        {Colour::Warning, Colour::WarningTint, kText},
        {Colour::Info, Colour::Paper, kText},
        {Colour::Info, Colour::Surface, kText},
        {Colour::Info, Colour::InfoTint, kText},
        {Colour::CodeInk, Colour::CodePaper, kText},
        {Colour::Line, Colour::Paper, kMark},
        {Colour::Line, Colour::Surface, kMark},
        {Colour::Line, Colour::PrimaryTint, kMark},
        {Colour::HeaderAccent, Colour::Header, kMark},
        {Colour::FocusInner, Colour::FocusOuter, kMark},
    };
    return rules;
}

}  // namespace motcua::colour
