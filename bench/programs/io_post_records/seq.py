# SPDX-License-Identifier: Apache-2.0
"""Enter records into a service, one request each."""
import json
import os
import sys
import urllib.request

URL = f"http://{os.environ['SERVICE']}/records"


def post(record):
    body = json.dumps(record).encode()
    request = urllib.request.Request(
        URL, data=body, headers={"Content-Type": "application/json"}, method="POST")
    with urllib.request.urlopen(request) as response:
        return response.status


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    records = [{"id": number, "value": number * 17 % 23} for number in range(count)]
    entered = 0
    for record in records:
        if post(record) == 200:
            entered += 1
    print(entered, "of", count, "records entered")


if __name__ == "__main__":
    main()
