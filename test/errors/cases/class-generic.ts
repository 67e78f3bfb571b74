import { action } from "tenet";

export class Example<Message> { // error T3001 `Message`: Example is generic
  sent = new Set<Message>();

  @action send(message: Message) {
    this.sent.add(message);
  }
}
