// SPDX-License-Identifier: Apache-2.0
#include "advisor/page_request.h"

#include <string>

namespace ppp::advisor {
namespace {

bool is_request_line(std::string_view line) {
  return (line.starts_with("GET ") || line.starts_with("HEAD ")) &&
         (line.ends_with(" HTTP/1.0") || line.ends_with(" HTTP/1.1"));
}

bool is_header(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         line.find(kNotShown) > colon && line.find(' ') > colon;
}

}  // namespace

bool speaks_http(std::string_view sent) {
  return sent.find(" HTTP/") != std::string_view::npos;
}

bool is_page_request(std::string_view sent) {
  std::string text;
  for (char letter : sent) {
    if (letter != '\r') text += letter;
  }
  std::string_view rest = text;
  bool first = true;
  for (std::size_t end = 0; (end = rest.find('\n')) != std::string_view::npos;
       first = false) {
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    if (line.empty()) return !first && rest.empty();
    if (first ? !is_request_line(line) : !is_header(line)) return false;
  }
  return false;
}

}  // namespace ppp::advisor
