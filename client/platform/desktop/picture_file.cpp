#include "client/platform/desktop/picture_file.hpp"

#include <SDL.h>
#include <zlib.h>

#include <cstddef>
#include <fstream>
#include <string_view>

namespace motcua::kiosk {
namespace {

Error cannot_write(const std::string& path) {
    return Error{ErrorCode::Unavailable, "cannot write " + path, {}};
}

void put32(std::string& out, unsigned long value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        out.push_back(static_cast<char>((value >> shift) & 0xFFU));
    }
}

const Bytef* bytes_of(const std::string& text) {
    return reinterpret_cast<const Bytef*>(text.data());
}

void put_chunk(std::string& out, std::string_view tag, const std::string& data) {
    put32(out, data.size());
    const std::string body = std::string(tag) + data;
    out += body;
    put32(out, crc32(0, bytes_of(body), static_cast<uInt>(body.size())));
}

std::string png(const Picture& picture) {
    std::string head;
    put32(head, static_cast<unsigned long>(picture.width));
    put32(head, static_cast<unsigned long>(picture.height));
    head += std::string("\x08\x06\x00\x00\x00", 5);  // 8 bits, RGBA
    const auto row = static_cast<std::size_t>(picture.width) * 4;
    std::string raw;
    for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
        raw.push_back('\0');  // no filter
        raw.append(reinterpret_cast<const char*>(picture.rgba.data() + y * row), row);
    }
    uLongf size = compressBound(static_cast<uLong>(raw.size()));
    std::string packed(size, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size, bytes_of(raw), static_cast<uLong>(raw.size()),
              6);
    packed.resize(size);
    std::string out("\x89PNG\r\n\x1a\n", 8);
    put_chunk(out, "IHDR", head);
    put_chunk(out, "IDAT", packed);
    put_chunk(out, "IEND", "");
    return out;
}

Result<void> save_bmp(const Picture& picture, const std::string& path) {
    Picture copy = picture;
    SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormatFrom(copy.rgba.data(), copy.width, copy.height, 32,
                                                              copy.width * 4, SDL_PIXELFORMAT_RGBA32);
    const bool saved = surface != nullptr && SDL_SaveBMP(surface, path.c_str()) == 0;
    SDL_FreeSurface(surface);
    if (!saved) {
        return cannot_write(path);
    }
    return {};
}

}  // namespace

Result<void> save_picture(const Picture& picture, const std::string& path) {
    if (path.size() > 4 && path.compare(path.size() - 4, 4, ".bmp") == 0) {
        return save_bmp(picture, path);
    }
    const std::string bytes = png(picture);
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) {
        return cannot_write(path);
    }
    return {};
}

}  // namespace motcua::kiosk
