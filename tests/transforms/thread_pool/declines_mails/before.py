import smtplib

ADDRESSES = [f"user{number}@localhost" for number in range(6)]


def send(address):
    with smtplib.SMTP("127.0.0.1", 9, timeout=2) as server:
        server.sendmail("me@localhost", [address], f"To: {address}\n\nhello")


def main():
    failed = []
    for address in ADDRESSES:
        try:
            send(address)
        except OSError as error:
            failed.append((address, type(error).__name__))
    print(failed)


if __name__ == "__main__":
    main()
