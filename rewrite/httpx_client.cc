// SPDX-License-Identifier: Apache-2.0
#include "rewrite/httpx_client.h"

#include <fmt/format.h>

#include "rewrite/layout.h"

namespace ppp::rewrite {

AsyncClient httpx_by_async_client(const Request& request) {
  AsyncClient client;
  client.request =
      request.names.fresh({"request", "send_request", "httpx_request"});
  const std::string certificates =
      request.names.fresh({"certificates", "httpx_certificates"});
  const std::string unit = indent_unit(request.source, request.source.root());
  const std::string httpx = request.imports.module("httpx");
  client.definitions = {
      fmt::format(
          R"py(@{cache}(maxsize=None)
def {certificates}():
{u}"""Load once what httpx loads for each client that is given none."""
{u}return {httpx}.create_ssl_context())py",
          fmt::arg("cache", request.imports.symbol("functools", "lru_cache")),
          fmt::arg("certificates", certificates), fmt::arg("httpx", httpx),
          fmt::arg("u", unit)),
      fmt::format(R"py(async def {name}(method, url, **options):
{u}"""Give what httpx.request() gives, by a client that can be awaited."""
{u}async with {httpx}.AsyncClient(verify={certificates}()) as client:
{u}{u}return await client.request(method, url, **options))py",
                  fmt::arg("name", client.request), fmt::arg("httpx", httpx),
                  fmt::arg("certificates", certificates), fmt::arg("u", unit))};
  return client;
}

}  // namespace ppp::rewrite
