// SPDX-License-Identifier: Apache-2.0
#include "advisor/page_request.h"

#include <gtest/gtest.h>

namespace ppp::advisor {
namespace {

TEST(PageRequest, IsOneWholeRequest) {
  EXPECT_TRUE(is_page_request("GET / HTTP/1.0\r\n\r\n"));
  EXPECT_TRUE(is_page_request("HEAD /\x01 HTTP/1.1\r\nHost: \x01\r\n\r\n"));
  EXPECT_TRUE(is_page_request("GET / HTTP/1.1\nAccept: a, b\nHost: a\n\n"));
}

TEST(PageRequest, HasNothingBehindTheEmptyLine) {
  EXPECT_FALSE(is_page_request("GET / HTTP/1.0\r\n\r\n\x01"));
  EXPECT_FALSE(
      is_page_request("GET / HTTP/1.1\r\n\r\nDELETE / HTTP/1.1\r\n\r\n"));
}

TEST(PageRequest, IsNotCutOff) {
  EXPECT_FALSE(is_page_request(""));
  EXPECT_FALSE(is_page_request("\r\n"));
  EXPECT_FALSE(is_page_request("GET / HTTP/1.0"));
  EXPECT_FALSE(is_page_request("GET / HTTP/1.0\r\n"));
  EXPECT_FALSE(is_page_request("GET / HTTP/1.0\r\nHost: a\r\n"));
}

TEST(PageRequest, IsNoOtherProtocol) {
  EXPECT_FALSE(is_page_request("GET key\r\n\r\n"));
  EXPECT_FALSE(is_page_request("POST / HTTP/1.0\r\n\r\n"));
  EXPECT_FALSE(is_page_request("\x01 / HTTP/1.0\r\n\r\n"));
  EXPECT_FALSE(is_page_request("GET / HTTP/1.0\r\nDELETE /\r\n\r\n"));
  EXPECT_FALSE(is_page_request("GET / HTTP/1.0\r\n\x01: a\r\n\r\n"));
}

}  // namespace
}  // namespace ppp::advisor
