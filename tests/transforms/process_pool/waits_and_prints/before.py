import time


def deliver(parcel):
    print("taking", parcel)
    time.sleep(0.01)
    print("delivered", parcel)


def main():
    for parcel in range(12):
        deliver(parcel)
    print("all delivered")


if __name__ == "__main__":
    main()
