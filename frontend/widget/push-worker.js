// Shows what comes for this device, and leads to the page that it is about. It does nothing else: no page and no file is
// kept on the device.
addEventListener("push", (event) => {
  const { title, url, ...shown } = event.data.json();
  event.waitUntil(registration.showNotification(title, { ...shown, data: url }));
});
addEventListener("notificationclick", (event) => {
  const { notification } = event;
  notification.close();
  event.waitUntil(clients.openWindow(notification.data));
});
