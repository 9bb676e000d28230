import { isFixed } from './background-model.ts';
import type { CountingModel } from './counting-model.ts';
import { isUncertain } from './counting-model.ts';
import type { ProfileLikelihood } from './profile-likelihood-contract.ts';
import { oneChannelProfile } from './profile-one-channel.ts';
import { severalChannelsProfile } from './profile-several-channels.ts';

/** The profile likelihood of a model; a closed form for one channel with a Gaussian or exact background. */
export function profileLikelihood(model: CountingModel): ProfileLikelihood {
  const [channel] = model.channels;
  const simple =
    model.channels.length === 1 &&
    !isUncertain(channel.efficiency) &&
    !isUncertain(model.efficiency) &&
    (channel.background.kind === 'gauss' || isFixed(channel.background));
  return simple ? oneChannelProfile(channel) : severalChannelsProfile(model);
}
