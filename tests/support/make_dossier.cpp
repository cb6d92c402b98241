// Signs dossiers for the HTTP tests with the product's own code. One line in, one line out:
// in, a package request (shared/dossier/package.hpp); out, the signed envelope's canonical
// JSON, or {"error":…,"findings":[[field,code]…]}.

#include <iostream>
#include <string>

#include "shared/crypto/crypto.hpp"
#include "shared/dossier/package.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace {

using namespace motcua;

std::string explain(const Error& error) {
    json::Array findings;
    for (const Finding& finding : error.findings) {
        findings.push_back(json::Array{finding.field, finding.code});
    }
    return json::write(json::Object{{"error", error.detail}, {"findings", std::move(findings)}});
}

Result<std::string> make(const std::string& line) {
    MC_TRY_ASSIGN(const json::Value value, json::read(line));
    MC_TRY_ASSIGN(const dossier::PackageRequest request, dossier::decode_request(value));
    return dossier::sign_package(request);
}

}  // namespace

int main() {
    if (!motcua::crypto::start()) {
        std::cerr << "libsodium cannot start\n";
        return 1;
    }
    std::string line;
    while (std::getline(std::cin, line)) {
        const auto envelope = make(line);
        std::cout << (envelope ? *envelope : explain(envelope.error())) << std::endl;
    }
    return 0;
}
