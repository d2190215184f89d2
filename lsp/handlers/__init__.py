"""The handlers of requests and notifications, one file for each feature of the protocol."""
